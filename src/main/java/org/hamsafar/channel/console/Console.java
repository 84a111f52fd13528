package org.hamsafar.channel.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;

/** Reads lines, answers each, until the end of input or {@code /quit}. */
public final class Console {
  /** The conversation of a terminal. */
  public static final ConversationId ID = new ConversationId("console", "terminal");

  private static final String PROMPT = "› ";

  private final BufferedReader in;
  private final PrintWriter out;
  private final InstantSource clock;
  private int lines;

  public Console(BufferedReader in, PrintWriter out, InstantSource clock) {
    this.in = in;
    this.out = out;
    this.clock = clock;
  }

  /**
   * Talks.
   *
   * @param core answers a message
   * @throws IOException if the terminal cannot be read
   */
  public void talk(Function<InboundMessage, List<OutboundMessage>> core) throws IOException {
    answer(core, "/start");
    while (true) {
      out.print(PROMPT);
      out.flush();
      String line = in.readLine();
      if (line == null || line.strip().equals("/quit")) {
        out.println();
        out.flush();
        return;
      }
      answer(core, line);
    }
  }

  private void answer(Function<InboundMessage, List<OutboundMessage>> core, String line) {
    lines++;
    InboundMessage message =
        new InboundMessage(
            "console:" + lines,
            ID,
            new InboundMessage.Text(line),
            Optional.empty(),
            InboundMessage.Setting.PRIVATE,
            Optional.empty(),
            clock.instant());
    for (OutboundMessage reply : core.apply(message)) {
      out.println();
      out.println(reply.plain());
    }
    out.println();
    out.flush();
  }
}
