package org.hamsafar.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hamsafar.channel.OutboundMessage.Button;
import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.Topic;
import org.hamsafar.reply.AnswerReply;
import org.hamsafar.reply.Message;
import org.hamsafar.reply.Payloads;

/** Menus: topics of the person's country, entries of a topic. */
final class Menus {
  private static final int ENTRIES = 12;
  private static final int MOST_ASKED = 3;

  private final Knowledge knowledge;
  private final AnswerReply replies;

  Menus(Knowledge knowledge, AnswerReply replies) {
    this.knowledge = knowledge;
    this.replies = replies;
  }

  Turn topics(Talk talk) {
    Set<String> scope = scope(talk.session());
    Message.Builder message = new Message.Builder(talk.tag()).say(talk.text("menu-title"));
    for (Entry entry : mostImportant(talk.session())) {
      message.choice("★ " + replies.title(talk.tag(), entry), entryPayload(entry));
    }
    List<Button> buttons = new ArrayList<>();
    for (Topic topic : knowledge.topics().values()) {
      if (!knowledge.menu(scope, topic.id()).isEmpty()) {
        buttons.add(
            new Button(
                topic.emoji() + " " + name(talk, topic), Payloads.of(Payloads.TOPIC, topic.id())));
      }
    }
    return Turn.say(talk.session(), message.grid(buttons, 2).replacing().build());
  }

  private List<Entry> mostImportant(Session session) {
    return session
        .knownCountry()
        .map(code ->
            knowledge.entries().values().stream()
                .filter(e -> e.country().equals(code) && e.importance() == 1)
                .limit(MOST_ASKED)
                .toList())
        .orElse(List.of());
  }

  Turn topic(Talk talk, String id) {
    Optional<Topic> topic = Optional.ofNullable(knowledge.topics().get(id));
    if (topic.isEmpty()) {
      return topics(talk);
    }
    List<Entry> entries = knowledge.menu(scope(talk.session()), id);
    Message.Builder message =
        new Message.Builder(talk.tag())
            .heading(topic.get().emoji() + " " + name(talk, topic.get()));
    if (entries.isEmpty()) {
      message.say(talk.text("menu-empty"));
    }
    boolean several = talk.session().knownCountry().isEmpty();
    entries.stream()
        .limit(ENTRIES)
        .forEach(e -> message.choice(label(talk, e, several), entryPayload(e)));
    return Turn.say(
        talk.session(),
        message.choice("← " + talk.text("back"), Payloads.MENU).replacing().build());
  }

  private String label(Talk talk, Entry entry, boolean withCountry) {
    String title = replies.title(talk.tag(), entry);
    return withCountry && !entry.country().equals(Country.ANY)
        ? title + " · " + replies.countryName(talk.tag(), entry.country())
        : title;
  }

  private static String entryPayload(Entry entry) {
    return Payloads.of(Payloads.ENTRY, entry.id());
  }

  private String name(Talk talk, Topic topic) {
    return knowledge.fallback().nearest(talk.tag(), topic.names()).orElse(topic.id());
  }

  /** The codes whose entries hold for the person; all where the country is not known. */
  private Set<String> scope(Session session) {
    return session.knownCountry().map(knowledge::scope).orElseGet(knowledge.countries()::keySet);
  }
}
