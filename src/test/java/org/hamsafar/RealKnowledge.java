package org.hamsafar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hamsafar.app.Core;
import org.hamsafar.app.Settings;

/** The guidance of this repository, as tests use it: read once, on a fixed day. */
public final class RealKnowledge {
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);

  private static final Path ALL = Path.of("target/test-data");

  /** Of each process that runs tests beside another; the second takes over what the first made. */
  private static final Path DATA = ALL.resolve(System.getProperty("test.fork", "1"));

  private RealKnowledge() {}

  /** A core over the real knowledge; the index is kept below target. */
  public static Core open() {
    return Core.open(settings(), false);
  }

  /** A data folder that processes of their own take over, to learn nothing again. */
  public static Path prepared() {
    open().close();
    return DATA;
  }

  public static Settings settings() {
    try {
      Files.createDirectories(DATA);
      return new Settings(
          Path.of("knowledge"),
          Path.of("seeds"),
          DATA,
          CLOCK,
          Optional.empty(),
          List.of(),
          Optional.of(ALL.resolve("1")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
