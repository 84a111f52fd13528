package org.hamsafar.channel.telegram;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hamsafar.Jvm;

/** Hamsafar as a process of its own, as an operator starts it. */
final class Program {
  private Program() {}

  /**
   * @param log where what it prints is added
   */
  static Process start(Path log, String command, List<String> options) throws IOException {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(options);
    return Jvm.of("org.hamsafar.cli.Main", line)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }
}
