package org.hamsafar.channel.telegram;

import java.util.Optional;
import org.hamsafar.channel.InboundMessage;

/**
 * What one update asks of the bot; nothing, for most kinds.
 *
 * @param update its number
 * @param message for the core
 * @param callback a pressed button that waits for a sign that it was noticed
 * @param inline a question typed in another chat
 */
record Incoming(
    long update,
    Optional<InboundMessage> message,
    Optional<String> callback,
    Optional<InlineQuestion> inline) {
  record InlineQuestion(String id, String query, Optional<String> languageHint) {}

  static Incoming nothing(long update) {
    return new Incoming(update, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Incoming of(long update, InboundMessage message) {
    return new Incoming(update, Optional.of(message), Optional.empty(), Optional.empty());
  }
}
