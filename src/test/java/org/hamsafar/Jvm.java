package org.hamsafar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs as processes of their own, to be killed: quick to start, light while they run. */
public final class Jvm {
  private Jvm() {}

  /** A process that runs {@code main} with the classes of the tests. */
  public static ProcessBuilder of(String main, List<String> arguments) {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main));
    line.addAll(arguments);
    return new ProcessBuilder(line);
  }
}
