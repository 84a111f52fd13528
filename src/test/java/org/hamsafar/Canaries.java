package org.hamsafar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What people tell or show of themselves in tests, to be looked for in every log afterwards: {@link
 * LogScan} reads what was planted here.
 */
public final class Canaries {
  /** Where logs and planted words lie, over all processes of a test run. */
  static final Path FOLDER = Path.of("target/log-canary");

  static final Path PLANTED = FOLDER.resolve("planted.txt");

  /** Shorter words stand in many lines by chance. */
  static final int SHORTEST = 8;

  public static final String NAME = "Kanarygulalai";
  public static final String USERNAME = "kanarygulalai99";
  public static final String PHONE = "+93700451177";
  public static final long CHAT = 7_700_451_177L;

  private Canaries() {}

  /** Remembers something that must be in no log; returns it. */
  public static String plant(String secret) {
    List<String> lines =
        secret
            .lines()
            .map(String::strip)
            .filter(l -> l.length() >= SHORTEST && !l.startsWith("/"))
            .toList();
    if (!lines.isEmpty()) {
      append(String.join("\n", lines) + "\n");
    }
    return secret;
  }

  private static synchronized void append(String lines) {
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(PLANTED, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
