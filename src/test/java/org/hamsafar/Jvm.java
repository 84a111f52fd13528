package org.hamsafar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Programs as processes of their own, to be killed: quick to start, light while they run. */
public final class Jvm {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xlog:disable",
          "--enable-native-access=ALL-UNNAMED");

  private static final Map<String, ClassArchive> ARCHIVES = new ConcurrentHashMap<>();

  private Jvm() {}

  /** A process that runs {@code main} with the classes of the tests. */
  public static ProcessBuilder of(String main, List<String> arguments) {
    ClassArchive archive = ARCHIVES.computeIfAbsent(main, ClassArchive::new);
    List<String> line = new ArrayList<>(java());
    line.addAll(archive.options());
    line.addAll(List.of("-cp", TestJars.classPath(), main));
    line.addAll(arguments);
    return new ProcessBuilder(line);
  }

  /** The JVM of the tests and the options that an archive of classes must have been made with. */
  static List<String> java() {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(OPTIONS);
    return line;
  }
}
