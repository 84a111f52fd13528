package org.hamsafar.channel.telegram;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hamsafar.Jvm;

/** Hamsafar as a process of its own, as an operator starts it. */
final class Program {
  private Program() {}

  /**
   * @param log where what it prints is added
   */
  static Process start(Path log, String command, List<String> options) throws IOException {
    return start(Optional.empty(), log, command, options);
  }

  /**
   * @param prepared data folder that it takes over
   */
  static Process start(Optional<Path> prepared, Path log, String command, List<String> options)
      throws IOException {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(options);
    ProcessBuilder program = Jvm.of("org.hamsafar.cli.Main", line);
    prepared.ifPresent(
        data -> program.command().add(1, "-Dhamsafar.prepared=" + data.toAbsolutePath()));
    return program
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }
}
