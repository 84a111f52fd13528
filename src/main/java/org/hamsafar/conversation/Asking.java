package org.hamsafar.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.answer.Answer;
import org.hamsafar.answer.Answerer;
import org.hamsafar.answer.Outcome;
import org.hamsafar.answer.Question;
import org.hamsafar.knowledge.Concept;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.reply.AnswerReply;
import org.hamsafar.reply.Message;
import org.hamsafar.reply.Payloads;

/** Free questions, and entries chosen from a list. */
final class Asking {
  private static final int RELATED = 3;

  private final Knowledge knowledge;
  private final Answerer answerer;
  private final AnswerReply replies;
  private final Glossary glossary;

  Asking(Knowledge knowledge, Answerer answerer, AnswerReply replies, Glossary glossary) {
    this.glossary = glossary;
    this.knowledge = knowledge;
    this.answerer = answerer;
    this.replies = replies;
  }

  Turn ask(Talk talk, String text) {
    return ask(talk, text, talk.session().knownCountry());
  }

  /** Asks the question that waited for a country, now that one is named. */
  Turn askIn(Talk talk, String code) {
    Optional<String> pending = talk.session().pending();
    Talk now = talk.with(talk.session().withPending(Optional.empty()));
    return pending.isPresent()
        ? ask(now, pending.get(), Optional.of(code))
        : Turn.say(now.session(), Message.of(talk.tag(), talk.text("stale-choice")));
  }

  /** Asks the bot what went to the volunteers. */
  Turn askPending(Talk talk) {
    Optional<String> pending = talk.session().pending();
    Talk now = talk.with(talk.session().withPending(Optional.empty()));
    return pending
        .map(text -> ask(now, text))
        .orElseGet(
            () -> Turn.say(now.session(), Message.of(talk.tag(), talk.text("stale-choice"))));
  }

  /** What is said to somebody who writes of danger; empty for all others. */
  Optional<Turn> danger(Talk talk, String text) {
    Optional<String> country = talk.session().knownCountry();
    Outcome outcome = outcome(talk.session(), text, country);
    return outcome.answer() instanceof Answer.Crisis
        ? Optional.of(turn(talk, text, country, outcome))
        : Optional.empty();
  }

  private Turn ask(Talk talk, String text, Optional<String> country) {
    return turn(talk, text, country, outcome(talk.session(), text, country));
  }

  private Outcome outcome(Session session, String text, Optional<String> country) {
    return answerer.answer(question(session, text, country));
  }

  private static Question question(Session session, String text, Optional<String> country) {
    return new Question(
        text,
        session.language(),
        country,
        session.status(),
        session.thread(),
        Payloads.values(Payloads.ENTRY, session.offered()),
        session.earlier());
  }

  private Turn turn(Talk talk, String text, Optional<String> country, Outcome outcome) {
    Question after = question(talk.session(), text, country).after(outcome);
    Session session = talk.session().withThread(after.thread(), after.earlier());
    LanguageTag tag = outcome.replyLanguage();
    Optional<Concept> word = word(text, outcome);
    if (word.isPresent()) {
      Session next = session.withPending(Optional.empty());
      return offerSwitch(
          talk, outcome, Turn.say(next, meaning(talk.speaking(tag), word.get(), outcome)));
    }
    List<Message> messages = new ArrayList<>();
    messages.add(
        replies.of(
            outcome, new AnswerReply.Manner(replies.where(outcome, country), session.lowData())));
    if (outcome.answer() instanceof Answer.Crisis && !talk.isPrivate()) {
      messages.add(talk.speaking(tag).privately());
    }
    Session next = session.withPending(waiting(outcome, text));
    return offerSwitch(
        talk, outcome, new Turn(next, messages, effects(outcome, country, text, tag)));
  }

  /**
   * The word whose meaning is asked for, unless the answer is about it or somebody is in danger.
   */
  private Optional<Concept> word(String text, Outcome outcome) {
    if (outcome.answer() instanceof Answer.Crisis) {
      return Optional.empty();
    }
    return glossary.asked(text).filter(concept -> !isAbout(outcome, concept));
  }

  private boolean isAbout(Outcome outcome, Concept concept) {
    return outcome.answered().stream()
        .flatMap(entry -> entry.texts().values().stream())
        .anyMatch(text -> Glossary.isAbout(text.title(), concept));
  }

  private Message meaning(Talk talk, Concept concept, Outcome outcome) {
    Message.Builder message =
        new Message.Builder(talk.tag())
            .say(Glossary.line(concept, talk.tag(), knowledge.fallback()));
    if (!talk.tag().equals(LanguageTag.ENGLISH)) {
      message.say(talk.text("mark-machine"));
    }
    outcome.answer().fitting().stream()
        .limit(RELATED)
        .forEach(e ->
            message.choice(
                "→ " + replies.title(talk.tag(), e), Payloads.of(Payloads.ENTRY, e.id())));
    return message.choice(talk.text("menu"), Payloads.MENU).build();
  }

  private static Optional<String> waiting(Outcome outcome, String text) {
    boolean waits =
        outcome.answer() instanceof Answer.Clarify c && c.what() == Answer.Clarify.What.COUNTRY;
    boolean crisisWithoutCountry = outcome.answer() instanceof Answer.Crisis;
    return waits || crisisWithoutCountry ? Optional.of(text) : Optional.empty();
  }

  private static List<Effect> effects(
      Outcome outcome, Optional<String> country, String text, LanguageTag tag) {
    return switch (outcome.answer()) {
      case Answer.NoAnswer n when n.reason() == Answer.NoAnswer.Reason.NOTHING_FITS ->
          List.of(gap(tag, country, text, n.nearest()));
      case Answer.Detail d when d.points().isEmpty() ->
          List.of(gap(tag, country, text, List.of(d.entry())));
      default -> List.of();
    };
  }

  /** Of what was offered none is meant. */
  Turn noneFits(Talk talk) {
    return Turn.say(talk.session(), replies.noneFits(talk.tag()));
  }

  private static Effect gap(
      LanguageTag tag, Optional<String> country, String text, List<Entry> nearest) {
    return new Effect.Gap(tag, country, text, nearest.stream().map(Entry::id).toList());
  }

  /** Offers to speak the language that the person has now written in twice. */
  private Turn offerSwitch(Talk talk, Outcome outcome, Turn turn) {
    LanguageTag written = outcome.detection().language().replyTag();
    boolean other =
        talk.session().language().isPresent()
            && !sameSpeech(talk.session().language().get(), written)
            && knowledge.languages().containsKey(written)
            && outcome.detection().guesses().stream().anyMatch(g -> g.probability() > 0.9);
    if (!other) {
      return turn.withSession(turn.session().withSwitched(Optional.empty()));
    }
    if (!talk.session().switched().equals(Optional.of(written))) {
      return turn.withSession(turn.session().withSwitched(Optional.of(written)));
    }
    List<Message> messages = new ArrayList<>(turn.messages());
    messages.add(
        new Message.Builder(written)
            .say(
                talk.speaking(written)
                    .text("switch-offer", Map.of("language", replies.ownName(written))))
            .choice(
                talk.speaking(written).text("yes"), Payloads.of(Payloads.LANGUAGE, written.value()))
            .build());
    return new Turn(turn.session().withSwitched(Optional.empty()), messages, turn.effects());
  }

  /** Dari and Iranian Persian look alike in writing. */
  private static boolean sameSpeech(LanguageTag chosen, LanguageTag written) {
    return chosen.language().equals(written.language());
  }

  /**
   * To who asks what to do and nothing else: the steps of what was just read, else what was just
   * offered first. Empty if nothing was spoken of.
   */
  Optional<Turn> whatNext(Talk talk) {
    List<String> buttons = talk.session().offered();
    Optional<String> read = Payloads.values(Payloads.RIGHT, buttons).stream().findFirst();
    List<String> offered = Payloads.values(Payloads.ENTRY, buttons);
    if (read.isEmpty() && !offered.isEmpty()) {
      return Optional.of(entry(talk, offered.getFirst(), false));
    }
    List<Entry> related =
        offered.stream().map(knowledge::entry).flatMap(Optional::stream).limit(RELATED).toList();
    return read.or(() -> talk.session().thread())
        .flatMap(knowledge::entry)
        .map(entry ->
            Turn.say(
                talk.session(),
                replies.steps(
                    talk.tag(),
                    entry,
                    related,
                    new AnswerReply.Manner(talk.session().knownCountry(), false))));
  }

  Turn entry(Talk talk, String id, boolean whole) {
    Optional<Entry> entry = knowledge.entry(id);
    if (entry.isEmpty()) {
      return Turn.say(talk.session(), Message.of(talk.tag(), talk.text("stale-choice")));
    }
    List<Entry> related =
        entry.get().related().stream().map(knowledge::entry).flatMap(Optional::stream).toList();
    Question next =
        question(talk.session(), "", Optional.empty()).after(Optional.of(id), List.of());
    return Turn.say(
        talk.session().withThread(next.thread(), next.earlier()),
        replies.entry(
            talk.tag(),
            entry.get(),
            related.subList(0, Math.min(RELATED, related.size())),
            new AnswerReply.Manner(
                talk.session().knownCountry(), talk.session().lowData() && !whole)));
  }

  /** Somebody wants to hear an entry read out. */
  Turn listen(Talk talk, String id) {
    return knowledge
        .entry(id)
        .flatMap(e -> replies.voice(talk.tag(), e))
        .map(voice -> Turn.say(talk.session(), voice))
        .orElseGet(
            () -> Turn.say(talk.session(), Message.of(talk.tag(), talk.text("stale-choice"))));
  }

  Turn feedback(Talk talk, String id, boolean right) {
    return new Turn(
        talk.session(),
        List.of(Message.of(talk.tag(), talk.text(right ? "thanks" : "sorry-wrong"))),
        knowledge.entry(id).isPresent() ? List.of(new Effect.Feedback(id, right)) : List.of());
  }
}
