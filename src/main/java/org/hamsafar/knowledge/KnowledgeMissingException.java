package org.hamsafar.knowledge;

import java.nio.file.Path;

/** The knowledge folder is not where it was looked for: the user can mend it. */
public final class KnowledgeMissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KnowledgeMissingException(Path root) {
    super(
        "No guidance found in '%s' (it has no languages.yaml): name the folder with --knowledge DIR"
            .formatted(root));
  }
}
