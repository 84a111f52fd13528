package org.hamsafar.channel.telegram;

import java.util.Optional;
import org.hamsafar.channel.ConversationId;

/**
 * Where to send: {@code 17}, {@code -10017}, {@code -10017#4} for a topic of a forum. Each topic is
 * a conversation of its own, as one may be in Dari and the next in Pashto.
 *
 * @param chat as Telegram counts; groups are negative
 * @param topic message_thread_id of a forum topic
 */
record ChatAddress(String chat, Optional<Integer> topic) {
  static final String CHANNEL = "telegram";

  static ChatAddress of(ConversationId conversation) {
    String[] parts = conversation.id().split("#", 2);
    return new ChatAddress(
        parts[0], parts.length > 1 ? Optional.of(Integer.valueOf(parts[1])) : Optional.empty());
  }

  ConversationId conversation() {
    return new ConversationId(CHANNEL, topic.map(t -> chat + "#" + t).orElse(chat));
  }

  boolean isGroup() {
    return chat.startsWith("-");
  }

  ChatAddress movedTo(String newChat) {
    return new ChatAddress(newChat, topic);
  }

  /** Nothing: ids do not belong in logs. */
  @Override
  public String toString() {
    return "ChatAddress[…]";
  }
}
