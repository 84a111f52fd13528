package org.hamsafar.channel.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Telegram did not do what it was asked for. Carries no text of Telegram's: its descriptions quote
 * messages and addresses.
 */
final class ApiFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final Duration retryAfter;
  private final @Nullable String newChat;

  enum Reason {
    /** No answer, or half of one; whether it was done is not known. */
    NETWORK,
    /** Telegram is out of order. */
    SERVER,
    /** Too many requests; {@link #retryAfter()} says how long to wait. */
    FLOOD,
    /** The token is not, or no longer, valid. */
    TOKEN,
    /** Another program polls with the same token. */
    OTHER_POLLER,
    /** Polling is not possible while a webhook is set. */
    WEBHOOK_SET,
    /** Blocked, removed, or the chat no longer exists. */
    GONE,
    /** The markup is not what Telegram understands. */
    MARKUP,
    /** The edit changes nothing. */
    UNCHANGED,
    /** The message cannot be edited: too old, deleted, or somebody else's. */
    NOT_EDITABLE,
    /** The group has become a supergroup; {@link #newChat()} is its id. */
    MOVED,
    /** Anything else that will fail again. */
    REFUSED
  }

  ApiFailure(Reason reason) {
    this(reason, Duration.ZERO, null);
  }

  ApiFailure(Reason reason, Duration retryAfter, @Nullable String newChat) {
    super("telegram: " + reason);
    this.reason = reason;
    this.retryAfter = retryAfter;
    this.newChat = newChat;
  }

  Reason reason() {
    return reason;
  }

  /** Zero unless flooded. */
  Duration retryAfter() {
    return retryAfter;
  }

  @Nullable String newChat() {
    return newChat;
  }
}
