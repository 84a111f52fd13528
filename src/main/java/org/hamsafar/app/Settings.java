package org.hamsafar.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where things are.
 *
 * @param knowledge folder of the guidance
 * @param seeds folder of the documents the project is built from
 * @param data folder that may be written to
 * @param clock tells the day and the time
 * @param vectors folder of the model that gives meaning vectors
 */
public record Settings(Path knowledge, Path seeds, Path data, Clock clock, Optional<Path> vectors) {
  /** Without meaning vectors. */
  public Settings(Path knowledge, Path seeds, Path data, Clock clock) {
    this(knowledge, seeds, data, clock, Optional.empty());
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }
}
