package org.hamsafar.retrieval;

import java.util.List;

/** Files of parallel text that cannot be used as they are: the user can mend them. */
public final class ParallelFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param problems a line each: file, line, what is wrong and how to mend it
   */
  ParallelFileException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
