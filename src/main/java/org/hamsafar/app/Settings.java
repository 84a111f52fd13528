package org.hamsafar.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Where things are.
 *
 * @param knowledge folder of the guidance
 * @param seeds folder of the documents the project is built from
 * @param data folder that may be written to
 * @param clock tells the day and the time
 * @param parallel files of parallel text from which the translation of words is learned, besides
 *     the guidance
 */
public record Settings(Path knowledge, Path seeds, Path data, Clock clock, List<Path> parallel) {
  public Settings {
    parallel = List.copyOf(parallel);
  }

  /** Without files of parallel text. */
  public Settings(Path knowledge, Path seeds, Path data, Clock clock) {
    this(knowledge, seeds, data, clock, List.of());
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }
}
