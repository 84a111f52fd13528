package org.hamsafar.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where things are.
 *
 * @param knowledge folder of the guidance
 * @param seeds folder of the documents the project is built from
 * @param data folder that may be written to
 * @param clock tells the day and the time
 * @param vectors folder of the model that gives meaning vectors
 * @param parallel files of parallel text from which the translation of words is learned, besides
 *     the guidance
 * @param prepared data folder that was filled when the program was built, to be taken over
 */
public record Settings(
    Path knowledge,
    Path seeds,
    Path data,
    Clock clock,
    Optional<Path> vectors,
    List<Path> parallel,
    Optional<Path> prepared) {
  public Settings {
    parallel = List.copyOf(parallel);
  }

  /** With the folders alone. */
  public Settings(Path knowledge, Path seeds, Path data, Clock clock) {
    this(knowledge, seeds, data, clock, Optional.empty(), List.of(), Optional.empty());
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }
}
