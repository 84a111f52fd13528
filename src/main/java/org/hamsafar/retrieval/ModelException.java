package org.hamsafar.retrieval;

/** An embedding model cannot be used: the user can mend it; the message says which file and how. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelException(String message) {
    super(message);
  }

  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
