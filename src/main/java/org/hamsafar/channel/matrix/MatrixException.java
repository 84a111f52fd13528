package org.hamsafar.channel.matrix;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The homeserver did not do what was asked of it. Its message holds nothing of a room or person.
 */
public final class MatrixException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final @Nullable Duration retryAfter;

  /** Why. */
  public enum Reason {
    /** It cannot be reached, or has a fault of its own. */
    NETWORK,
    /** Too many requests. */
    LIMIT,
    /** The access token is not known, or no longer. */
    TOKEN,
    /** The bot may not do this: it is not in the room, or not allowed to. */
    FORBIDDEN,
    NOT_FOUND,
    /** The request can never succeed. */
    REFUSED
  }

  MatrixException(Reason reason, String what, Optional<Duration> retryAfter) {
    super(what);
    this.reason = reason;
    this.retryAfter = retryAfter.orElse(null);
  }

  public Reason reason() {
    return reason;
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
