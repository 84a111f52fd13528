package org.hamsafar.channel;

/** A channel that can show that an answer is being written. */
public interface ShowsTyping {
  /**
   * Shows it for a few seconds, or until the next message. Returns at once; a failure has no
   * effect.
   */
  void typing(ConversationId conversation);
}
