package org.hamsafar.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with files of parallel text. */
final class ParallelProblems {
  private final List<String> problems = new ArrayList<>();

  void add(Path file, String what, String mend) {
    problems.add("%s: %s. To mend it: %s.".formatted(file, what, mend));
  }

  void add(Path file, int line, String what, String mend) {
    problems.add("%s:%d: %s. To mend it: %s.".formatted(file, line, what, mend));
  }

  /** The bytes of a file; empty and a problem if it cannot be read. */
  Optional<byte[]> bytes(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      add(file, "cannot be read", "name a file that exists and that the program may read");
      return Optional.empty();
    }
  }

  /** Tells all at once. */
  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new ParallelFileException(problems);
    }
  }
}
