package org.hamsafar.conversation;

import java.util.List;
import org.hamsafar.reply.Message;

/**
 * What comes of one message.
 *
 * @param session as it is afterwards
 * @param messages to send, in order
 */
public record Turn(Session session, List<Message> messages, List<Effect> effects) {
  public Turn {
    messages = List.copyOf(messages);
    effects = List.copyOf(effects);
  }

  static Turn say(Session session, Message... messages) {
    return new Turn(session, List.of(messages), List.of());
  }

  Turn withSession(Session other) {
    return new Turn(other, messages, effects);
  }
}
