package org.hamsafar.conversation;

import java.util.Map;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.reply.MessageCatalogue;

/**
 * One message in its context, as the handlers see it.
 *
 * @param tag the language to speak
 */
record Talk(Session session, InboundMessage message, LanguageTag tag, MessageCatalogue catalogue) {
  String text(String key) {
    return catalogue.text(tag, key);
  }

  String text(String key, Map<String, Object> values) {
    return catalogue.text(tag, key, values);
  }

  boolean isPrivate() {
    return message.setting() == InboundMessage.Setting.PRIVATE;
  }

  Talk speaking(LanguageTag other) {
    return new Talk(session, message, other, catalogue);
  }

  Talk with(Session other) {
    return new Talk(other, message, tag, catalogue);
  }
}
