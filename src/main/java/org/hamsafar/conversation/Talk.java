package org.hamsafar.conversation;

import java.util.Locale;
import java.util.Map;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.reply.Message;
import org.hamsafar.reply.MessageCatalogue;

/**
 * One message in its context, as the handlers see it.
 *
 * @param tag the language to speak
 */
record Talk(
    Session session,
    InboundMessage message,
    LanguageTag tag,
    MessageCatalogue catalogue,
    Situation situation) {
  String text(String key) {
    return catalogue.text(tag, key);
  }

  String text(String key, Map<String, Object> values) {
    return catalogue.text(tag, key, values);
  }

  boolean isPrivate() {
    return message.setting() == InboundMessage.Setting.PRIVATE;
  }

  /** Asks to go on where nobody reads along, with the way there where the channel has one. */
  Message privately() {
    String start = session.knownCountry().map(c -> c.toLowerCase(Locale.ROOT)).orElse("");
    return Message.of(
        tag,
        situation
            .privateChat()
            .apply(start)
            .map(link -> text("private-chat", Map.of("link", link)))
            .orElseGet(() -> text("status-private")));
  }

  Talk speaking(LanguageTag other) {
    return new Talk(session, message, other, catalogue, situation);
  }

  Talk with(Session other) {
    return new Talk(other, message, tag, catalogue, situation);
  }
}
