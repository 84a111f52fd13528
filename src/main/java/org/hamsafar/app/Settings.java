package org.hamsafar.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Where things are.
 *
 * @param knowledge folder of the guidance
 * @param seeds folder of the documents the project is built from
 * @param data folder that may be written to
 * @param clock tells the day and the time
 */
public record Settings(Path knowledge, Path seeds, Path data, Clock clock) {
  LocalDate today() {
    return LocalDate.now(clock);
  }
}
