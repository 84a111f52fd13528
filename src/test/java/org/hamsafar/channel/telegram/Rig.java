package org.hamsafar.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.channel.OutboundMessage.Button;

/** A channel against a fault server, on time that passes at once. */
final class Rig implements AutoCloseable {
  static final String SECRET = "a-secret-of-the-test";

  /** Short where real time passes; pauses pass in no time anyway. */
  static final TelegramSettings.Timing SHORT =
      new TelegramSettings.Timing(
          Duration.ofSeconds(1),
          Duration.ofMillis(500),
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofSeconds(15),
          Duration.ofSeconds(10));

  final FakeWaits waits = new FakeWaits();
  final FaultServer server;
  final RecordingInlet inlet = new RecordingInlet();
  final TelegramChannel channel;

  Rig() throws IOException {
    this(new TelegramSettings.Polling(), Optional.empty(), Optional.empty());
  }

  Rig(
      TelegramSettings.Receiving receiving,
      Optional<CommandTexts> texts,
      Optional<InlineAnswers> inline)
      throws IOException {
    server = new FaultServer(waits::nanos);
    channel =
        new TelegramChannel(
            new TelegramSettings(Updates.token(), server.url(), receiving, SHORT),
            waits,
            texts,
            inline,
            name -> name.equals("a.ogg") ? Optional.of("OggS".getBytes(UTF_8)) : Optional.empty());
  }

  static TelegramSettings.Webhook webhook() {
    return new TelegramSettings.Webhook(
        URI.create("https://bot.example.org/telegram"),
        SECRET,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  void start() {
    channel.start(inlet);
  }

  static OutboundMessage out(String chat, String text) {
    return out(chat, text, List.of(), false, Optional.empty());
  }

  static OutboundMessage out(
      String chat,
      String html,
      List<List<Button>> buttons,
      boolean replaces,
      Optional<String> replyTo) {
    return new OutboundMessage(
        new ConversationId("telegram", chat), html, html, buttons, false, replaces, replyTo);
  }

  @Override
  public void close() {
    channel.close();
    server.close();
  }
}
