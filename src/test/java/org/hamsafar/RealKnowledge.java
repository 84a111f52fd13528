package org.hamsafar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hamsafar.app.Core;
import org.hamsafar.app.Settings;

/** The guidance of this repository, as tests use it: read once, on a fixed day. */
public final class RealKnowledge {
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);

  /** Of each process that runs tests beside another. */
  private static final Path DATA =
      Path.of("target/test-data", System.getProperty("test.fork", "1"));

  private RealKnowledge() {}

  /** A core over the real knowledge; the index is kept below target. */
  public static Core open() {
    return Core.open(settings(), false);
  }

  public static Settings settings() {
    try {
      Path data = Files.createDirectories(DATA);
      return new Settings(Path.of("knowledge"), Path.of("seeds"), data, CLOCK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
