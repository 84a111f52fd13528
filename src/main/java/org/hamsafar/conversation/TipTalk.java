package org.hamsafar.conversation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hamsafar.channel.OutboundMessage.Button;
import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.reply.AnswerReply;
import org.hamsafar.reply.Message;
import org.hamsafar.reply.MessageCatalogue;
import org.hamsafar.reply.Payloads;

/** A tip a day: an entry of the guidance with its source, for who has turned it on. */
final class TipTalk {
  private final Knowledge knowledge;
  private final AnswerReply replies;

  TipTalk(Knowledge knowledge, AnswerReply replies) {
    this.knowledge = knowledge;
    this.replies = replies;
  }

  /** Today's tip and the switch. */
  Turn show(Talk talk) {
    LocalDate today = LocalDate.ofInstant(talk.message().time(), ZoneOffset.UTC);
    Optional<Entry> entry = entry(talk.session(), today);
    if (entry.isEmpty()) {
      return Turn.say(talk.session(), Message.of(talk.tag(), talk.text("menu-empty")));
    }
    boolean on = talk.session().tip();
    return Turn.say(
        talk.session(),
        builder(talk.session(), talk.tag(), entry.get(), talk.catalogue())
            .row(
                List.of(
                    new Button(
                        talk.text(on ? "tip-off" : "tip-on"),
                        Payloads.of(Payloads.TIP, on ? "off" : "on"))))
            .build());
  }

  Turn set(Talk talk, boolean on) {
    return Turn.say(
        talk.session().withTip(on),
        Message.of(talk.tag(), talk.text(on ? "tip-is-on" : "tip-is-off")));
  }

  /** The tip as it comes by itself: without choices, as the numbers of the last menu still hold. */
  Optional<Message> of(
      Session session, LanguageTag tag, LocalDate day, MessageCatalogue catalogue) {
    return entry(session, day)
        .map(e -> builder(session, tag, e, catalogue).say(catalogue.text(tag, "tip-foot")).build());
  }

  private Message.Builder builder(
      Session session, LanguageTag tag, Entry entry, MessageCatalogue catalogue) {
    Message whole =
        replies.entry(tag, entry, List.of(), new AnswerReply.Manner(session.knownCountry(), true));
    return new Message.Builder(whole.language())
        .heading(catalogue.text(whole.language(), "tip-title"))
        .blocks(whole.blocks());
  }

  /**
   * Each day another, until all were there. Contested questions need their whole text, and what is
   * due for a check is not pressed on anybody.
   */
  private Optional<Entry> entry(Session session, LocalDate day) {
    Set<String> scope = knowledge.scope(session.country().orElse(Country.ANY));
    List<Entry> fitting =
        knowledge.entries().values().stream()
            .filter(e -> e.kind() == Entry.Kind.GUIDANCE && !e.reviewBy().isBefore(day))
            .filter(e -> scope.contains(e.country()))
            .sorted(Comparator.comparingInt(TipTalk::place).thenComparing(Entry::id))
            .toList();
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(fitting.get(Math.floorMod(day.toEpochDay(), fitting.size())));
  }

  /** Neighbours in the guidance are on one topic; they should not follow each other. */
  private static int place(Entry entry) {
    return entry.id().hashCode() * 0x9E3779B9;
  }
}
