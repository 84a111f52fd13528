package org.hamsafar.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Collects faults while files are read, so that a volunteer sees all of them at once. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(Check check, String file, int line, String detail) {
    found.add(new Problem(check, file, line, detail));
  }

  void addAll(Problems others) {
    found.addAll(others.found);
  }

  /** How many errors there are so far; a reader compares before and after. */
  long errors() {
    return found.stream().filter(Problem::isError).count();
  }

  List<Problem> sorted() {
    return found.stream().distinct().sorted().toList();
  }
}
