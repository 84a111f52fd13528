package org.hamsafar.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.Channel;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;

/**
 * A platform on the other end of a pipe: reads {@code key conversation text}, writes {@code ACK
 * key} when a message is kept and {@code SENT key conversation} for each reply.
 */
final class PipeChannel implements Channel {
  private final BufferedReader in;
  private final PrintStream out;

  PipeChannel(BufferedReader in, PrintStream out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public String name() {
    return "pipe";
  }

  @Override
  public Abilities abilities() {
    return Abilities.PLAIN;
  }

  @Override
  public void start(Inlet inlet) {
    Thread.ofVirtual().start(() -> receive(inlet));
    print("READY");
  }

  private void receive(Inlet inlet) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] parts = line.split(" ", 3);
        InboundMessage message =
            new InboundMessage(
                parts[0],
                new ConversationId("pipe", parts[1]),
                new InboundMessage.Text(parts[2]),
                Optional.empty(),
                InboundMessage.Setting.PRIVATE,
                Optional.empty(),
                Instant.EPOCH.plusSeconds(60L * Integer.parseInt(parts[0].substring(1))));
        CompletableFuture<Void> _ = inlet.receive(message).thenRun(() -> print("ACK " + parts[0]));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void send(OutboundMessage message, String key) {
    print("SENT " + key + " " + message.conversation().id() + " " + message.plain().hashCode());
  }

  private synchronized void print(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void close() {}
}
