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

  private RealKnowledge() {}

  /** A core over the real knowledge; the index is kept below target. */
  public static Core open() {
    return Core.open(settings(), false);
  }

  public static Settings settings() {
    try {
      Path data = Files.createDirectories(Path.of("target/test-data"));
      return new Settings(Path.of("knowledge"), Path.of("seeds"), data, CLOCK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
