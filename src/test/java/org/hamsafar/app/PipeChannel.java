package org.hamsafar.app;

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
 * A platform on the other end of a pipe: takes {@code key conversation text}, writes {@code NAME
 * ACK key} when a message is kept and {@code NAME SENT key conversation} for each reply.
 */
final class PipeChannel implements Channel {
  private final String name;
  private final PrintStream out;
  private final CompletableFuture<Inlet> started = new CompletableFuture<>();

  PipeChannel(String name, PrintStream out) {
    this.name = name;
    this.out = out;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Abilities abilities() {
    return Abilities.PLAIN;
  }

  @Override
  public void start(Inlet inlet) {
    started.complete(inlet);
    print("READY");
  }

  /** A line that came through the pipe. */
  void take(String line) {
    String[] parts = line.split(" ", 3);
    InboundMessage message =
        new InboundMessage(
            parts[0],
            new ConversationId(name, parts[1]),
            new InboundMessage.Text(parts[2]),
            Optional.empty(),
            InboundMessage.Setting.PRIVATE,
            Optional.empty(),
            Instant.EPOCH.plusSeconds(60L * Integer.parseInt(parts[0].substring(1))));
    CompletableFuture<Void> _ =
        started.join().receive(message).thenRun(() -> print("ACK " + parts[0]));
  }

  @Override
  public void send(OutboundMessage message, String key) {
    print("SENT " + key + " " + message.conversation().id() + " " + message.plain().hashCode());
  }

  private void print(String line) {
    synchronized (out) {
      out.println(name + " " + line);
      out.flush();
    }
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void close() {}
}
