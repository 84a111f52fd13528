package org.hamsafar.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hamsafar.Canaries;
import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.hamsafar.app.LocalTalk;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.channel.OutboundMessage.Button;
import org.hamsafar.channel.Recordings;
import org.hamsafar.channel.telegram.Emulator.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The golden conversations, all at once, through a Telegram server of its own process: numbers
 * become presses of the buttons that it shows, and in the end each chat shows just what the
 * conversation says without Telegram in between.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenThroughTelegramTest {
  private static final Path FOLDER = Path.of("src/test/resources/conversations");
  private static final String LANGUAGE = "sv";

  private final Core core = RealKnowledge.open();

  @AfterAll
  void close() {
    core.close();
  }

  @Test
  void byLongPolling() throws Exception {
    replayAll(new TelegramSettings.Polling());
  }

  @Test
  void byWebhook() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    replayAll(
        new TelegramSettings.Webhook(
            URI.create("http://127.0.0.1:" + port + "/hook"),
            Rig.SECRET,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
  }

  private void replayAll(TelegramSettings.Receiving receiving) throws Exception {
    List<Path> transcripts;
    try (Stream<Path> files = Files.list(FOLDER)) {
      transcripts = files.sorted().toList();
    }
    assertThat(transcripts).isNotEmpty();
    try (Emulator emulator = Emulator.start();
        TelegramChannel channel =
            new TelegramChannel(
                new TelegramSettings(
                    Updates.token(), emulator.url(), receiving, TelegramSettings.Timing.USUAL),
                Waits.real(System::nanoTime),
                Optional.empty(),
                Optional.empty(),
                Recordings.NONE);
        Talks talks = new Talks(core, channel);
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      channel.start(talks);
      Await.until("ready", channel::isReady);
      List<Callable<Void>> replays = new ArrayList<>();
      for (int i = 0; i < transcripts.size(); i++) {
        Replay replay = new Replay(emulator, channel, plantedChat(i));
        Path transcript = transcripts.get(i);
        replays.add(() -> replay.run(transcript));
      }
      for (Future<Void> done : people.invokeAll(replays)) {
        done.get();
      }
      assertThat(talks.failures()).isEmpty();
    }
  }

  private static long plantedChat(int number) {
    return Long.parseLong(Canaries.plant("" + (Canaries.CHAT + 1 + number)));
  }

  /** A message as it stands in the chat. */
  private record Line(String text, List<String> payloads) {}

  /** One person going through one transcript. */
  private final class Replay {
    private final Emulator emulator;
    private final LocalTalk expected;
    private final long chat;
    private final List<Line> screen = new ArrayList<>();

    Replay(Emulator emulator, TelegramChannel channel, long chat) {
      this.emulator = emulator;
      this.chat = chat;
      this.expected = new LocalTalk(core, channel.abilities());
    }

    Void run(Path transcript) throws IOException, InterruptedException {
      List<Button> offered = new ArrayList<>();
      for (String line : Files.readString(transcript).lines().toList()) {
        if (line.startsWith("> ")) {
          turn(line.substring(2), offered);
        }
      }
      return null;
    }

    private void turn(String said, List<Button> offered) throws IOException, InterruptedException {
      Optional<Button> button = pressed(said, offered);
      int under = button.map(b -> showing(b.payload())).orElse(-1);
      InboundMessage.Content content;
      if (button.isPresent()) {
        String payload = button.get().payload();
        emulator.press(chat, LANGUAGE, lines().get(under).id(), payload);
        content = new InboundMessage.Choice(payload);
      } else {
        emulator.say(chat, LANGUAGE, said);
        content = new InboundMessage.Text(said);
      }
      List<OutboundMessage> answers = expected.answer(message(content));
      show(answers, under);
      answers.reversed().stream()
          .map(a -> a.buttons().stream().flatMap(List::stream).toList())
          .filter(b -> !b.isEmpty())
          .findFirst()
          .ifPresent(b -> {
            offered.clear();
            offered.addAll(b);
          });
      Await.until(
          "after '" + said + "'", Duration.ofMinutes(1), () -> screen.equals(asLines(lines())));
    }

    /** Where a button stands; an old menu may have the same one, a person takes the newest. */
    private int showing(String payload) {
      for (int i = screen.size() - 1; i >= 0; i--) {
        if (screen.get(i).payloads().contains(payload)) {
          return i;
        }
      }
      throw new AssertionError("no such button: " + payload);
    }

    /** What replaces takes the place of the message whose button was pressed, once a press. */
    private void show(List<OutboundMessage> answers, int under) {
      boolean free = under >= 0;
      for (OutboundMessage answer : answers) {
        List<String> parts = Splitter.html(answer.html(), 4095);
        for (int i = 0; i < parts.size(); i++) {
          boolean last = i == parts.size() - 1;
          Line line =
              new Line(
                  (i > 0 && answer.rightToLeft() ? "\u200F" : "") + parts.get(i),
                  last
                      ? answer.buttons().stream()
                          .flatMap(List::stream)
                          .map(Button::payload)
                          .toList()
                      : List.of());
          if (i == 0 && free && answer.replaces()) {
            screen.set(under, line);
            free = false;
          } else {
            screen.add(line);
          }
        }
      }
    }

    private List<Shown> lines() {
      try {
        return emulator.shown(Optional.of(chat));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return List.of();
      }
    }

    private static List<Line> asLines(List<Shown> shown) {
      return shown.stream().map(s -> new Line(s.text(), s.payloads())).toList();
    }

    private InboundMessage message(InboundMessage.Content content) {
      return new InboundMessage(
          "k",
          new ConversationId("telegram", "" + chat),
          content,
          Optional.of(LANGUAGE),
          InboundMessage.Setting.PRIVATE,
          Optional.empty(),
          RealKnowledge.CLOCK.instant());
    }
  }

  private static Optional<Button> pressed(String said, List<Button> offered) {
    boolean number = said.length() < 3 && said.chars().allMatch(Character::isDigit);
    if (said.isEmpty() || !number) {
      return Optional.empty();
    }
    int place = said.chars().map(c -> Character.digit(c, 10)).reduce(0, (a, b) -> a * 10 + b);
    return Optional.of(offered.get(place - 1));
  }
}
