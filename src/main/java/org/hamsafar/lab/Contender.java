package org.hamsafar.lab;

import java.util.List;

/** A search over texts, each known by its number. */
interface Contender extends AutoCloseable {
  /** The numbers of the best texts for a question, the best first. */
  List<Hit> search(String question, int limit);

  @Override
  void close();

  /**
   * A text that was found.
   *
   * @param score comparable within one contender only
   */
  record Hit(int text, double score) {}
}
