package org.hamsafar.conversation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hamsafar.answer.Answerer;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage.Button;
import org.hamsafar.knowledge.Concept;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.language.CleanText;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.reply.AnswerReply;
import org.hamsafar.reply.Message;
import org.hamsafar.reply.MessageCatalogue;
import org.hamsafar.reply.Payloads;

/**
 * Turns a message and what is remembered into what is said and remembered next. Has no state of its
 * own: the same message and session always give the same turn.
 */
public final class Conversation {
  private final Knowledge knowledge;
  private final Answerer answerer;
  private final MessageCatalogue catalogue;
  private final Onboarding onboarding;
  private final Menus menus;
  private final Asking asking;
  private final PlanTalk plans;
  private final TipTalk tips;
  private final HumanTalk humans;
  private final int keptDays;
  private final PlainWords words;

  /**
   * @param keptDays days of silence after which a session is deleted
   * @param humans the way to the volunteers
   * @param concepts words and their meanings, asked for when somebody asks for one
   */
  public Conversation(
      Knowledge knowledge,
      Answerer answerer,
      MessageCatalogue catalogue,
      AnswerReply replies,
      HumanTalk humans,
      Supplier<List<Concept>> concepts,
      int keptDays) {
    this.knowledge = knowledge;
    this.answerer = answerer;
    this.catalogue = catalogue;
    this.onboarding = new Onboarding(knowledge, replies);
    this.menus = new Menus(knowledge, replies);
    this.asking = new Asking(knowledge, answerer, replies, new Glossary(concepts));
    this.plans = new PlanTalk(knowledge, replies);
    this.tips = new TipTalk(knowledge, replies);
    this.humans = humans;
    this.words = new PlainWords(catalogue);
    this.keptDays = keptDays;
  }

  /** One turn of somebody who has nothing open. */
  public Turn handle(Session session, InboundMessage message) {
    return handle(session, message, Situation.PLAIN);
  }

  /** One turn. */
  public Turn handle(Session session, InboundMessage message, Situation situation) {
    Talk talk = new Talk(session, message, tag(session, message), catalogue, situation);
    Turn turn =
        switch (message.content()) {
          case InboundMessage.Text t -> text(talk, CleanText.of(t.text()));
          case InboundMessage.Edited e -> text(talk, CleanText.of(e.text()));
          case InboundMessage.Choice c -> choice(talk, c.payload());
          case InboundMessage.Unsupported _ ->
              Turn.say(session, Message.of(talk.tag(), talk.text("unsupported")));
          case InboundMessage.Left _ ->
              new Turn(Session.NEW, List.of(), List.of(new Effect.Forget()));
        };
    return turn.withSession(turn.session().withOffered(offered(turn)));
  }

  /** The weekly reminder of the plan; empty if nothing is left to do. */
  public Optional<Message> reminder(Session session) {
    LanguageTag tag = session.language().orElse(LanguageTag.ENGLISH);
    return plans.reminder(session, tag, catalogue);
  }

  /** The tip of a day; empty if there is none. */
  public Optional<Message> tip(Session session, LocalDate day) {
    LanguageTag tag = session.language().orElse(LanguageTag.ENGLISH);
    return tips.of(session, tag, day, catalogue);
  }

  /** The payloads that a number may now stand for: those of the last message that has any. */
  private static List<String> offered(Turn turn) {
    for (Message message : turn.messages().reversed()) {
      if (!message.choices().isEmpty()) {
        return message.choices().stream().flatMap(List::stream).map(Button::payload).toList();
      }
    }
    return List.of();
  }

  private LanguageTag tag(Session session, InboundMessage message) {
    return session
        .language()
        .or(() -> message.languageHint().flatMap(this::known))
        .orElse(LanguageTag.ENGLISH);
  }

  private Optional<LanguageTag> known(String hint) {
    String language = hint.split("-", -1)[0];
    return knowledge.languages().keySet().stream()
        .filter(tag -> tag.language().equals(language))
        .findFirst();
  }

  private Turn text(Talk talk, String text) {
    Optional<Command.Given> command = Command.read(text);
    if (command.isPresent()) {
      return command(talk.with(talk.session().withPending(Optional.empty())), command.get());
    }
    Optional<String> chosen = byNumber(talk.session(), text);
    if (chosen.isPresent()) {
      return choice(talk, chosen.get());
    }
    Talk fresh = talk.with(talk.session().withPending(Optional.empty()));
    Optional<Command> word = words.read(text);
    if (word.isPresent()) {
      return command(fresh, new Command.Given(word.get(), ""));
    }
    Optional<LanguageTag> language = words.language(text);
    if (language.isPresent()) {
      return onboarding.setLanguage(fresh, language.get().value());
    }
    // "Thanks for everything, goodbye all" may be a last message.
    if (words.isThanks(text) && asking.danger(fresh, text).isEmpty()) {
      return Turn.say(talk.session(), Message.of(talk.tag(), talk.text("you-are-welcome")));
    }
    return switch (talk.session().stage()) {
      case COUNTRY -> countryOrQuestion(fresh, text);
      case HUMAN_QUESTION -> humans.question(fresh, text, asking.danger(fresh, text));
      case OPEN -> open(talk, fresh, text);
    };
  }

  /** A country and nothing else answers our question for it, or tells where the person is. */
  private Turn open(Talk talk, Talk fresh, String text) {
    Optional<String> only = onlyCountry(talk, text);
    if (talk.situation().ticketOpen()
        && !(only.isPresent() && talk.session().pending().isPresent())) {
      return humans.more(fresh, text, asking.danger(fresh, text));
    }
    if (only.isEmpty()) {
      boolean next = words.asksWhatNext(text) && asking.danger(fresh, text).isEmpty();
      return (next ? asking.whatNext(fresh) : Optional.<Turn>empty())
          .orElseGet(() -> asking.ask(fresh, text));
    }
    return talk.session().pending().isPresent()
        ? asking.askIn(talk, only.get())
        : onboarding.setCountry(fresh, only.get());
  }

  private Optional<String> onlyCountry(Talk talk, String text) {
    return answerer.onlyCountry(words.withoutArrival(text), talk.session().thread());
  }

  private static Optional<String> byNumber(Session session, String text) {
    if (text.length() > 3 || !text.codePoints().allMatch(Character::isDigit) || text.isEmpty()) {
      return Optional.empty();
    }
    int number = text.codePoints().map(c -> Character.digit(c, 10)).reduce(0, (a, b) -> a * 10 + b);
    return number >= 1 && number <= session.offered().size()
        ? Optional.of(session.offered().get(number - 1))
        : Optional.empty();
  }

  private Turn countryOrQuestion(Talk talk, String text) {
    Optional<String> only = onlyCountry(talk, text);
    return only.isPresent()
        ? onboarding.setCountry(talk, only.get())
        : asking.ask(talk.with(talk.session().withStage(Session.Stage.OPEN)), text);
  }

  private Turn command(Talk talk, Command.Given given) {
    Session open = talk.session().withStage(Session.Stage.OPEN);
    Talk now = talk.with(open);
    return switch (given.command()) {
      case START -> given.argument().isEmpty() ? onboarding.start(now) : deepLink(now, given);
      case HELP -> say(now, "help");
      case ABOUT -> say(now, "about");
      case PRIVACY ->
          Turn.say(
              open, Message.of(now.tag(), now.text("privacy", java.util.Map.of("days", keptDays))));
      case MENU -> menus.topics(now);
      case PLAN -> plans.show(now);
      case TIP -> tips.show(now);
      case LANGUAGE -> language(now, given.argument());
      case COUNTRY -> country(now, given.argument());
      case STATUS -> onboarding.askStatus(now);
      case HUMAN -> humans.ask(now);
      case CLOSE -> humans.close(now);
      case LOWDATA ->
          Turn.say(
              open.withLowData(!open.lowData()),
              Message.of(now.tag(), now.text(open.lowData() ? "low-data-off" : "low-data-on")));
      case FORGET ->
          new Turn(
              Session.NEW,
              List.of(Message.of(now.tag(), now.text("forget-done"))),
              List.of(new Effect.Forget()));
      case UNKNOWN -> say(now, "unknown-command");
    };
  }

  /** {@code /country SE}, {@code /country Sweden}, or the question which. */
  private Turn country(Talk talk, String named) {
    String code = named.toUpperCase(java.util.Locale.ROOT);
    return knowledge.places().anyMatch(place -> place.code().equals(code))
        ? onboarding.setCountry(talk, code)
        : answerer
            .onlyCountry(named, Optional.empty())
            .map(known -> onboarding.setCountry(talk, known))
            .orElseGet(() -> onboarding.askCountry(talk));
  }

  /** {@code /language ps}, {@code /language Pashto}, or the question which. */
  private Turn language(Talk talk, String named) {
    return onboarding.setLanguage(
        talk, words.language(named).map(LanguageTag::value).orElse(named.strip()));
  }

  /** {@code /start de_work} on a poster: country and topic; {@code de_work_name} an entry. */
  private Turn deepLink(Talk talk, Command.Given given) {
    String[] parts = given.argument().split("_", 2);
    String code = parts[0].toUpperCase(java.util.Locale.ROOT);
    if (knowledge.country(code).isEmpty()) {
      return onboarding.start(talk);
    }
    Talk there = talk.with(talk.session().withCountry(code));
    if (parts.length == 1) {
      return menus.topics(there);
    }
    String[] place = parts[1].split("_", 2);
    return place.length == 1
        ? menus.topic(there, place[0])
        : asking.entry(there, parts[0] + "/" + place[0] + "/" + place[1], true);
  }

  private static Turn say(Talk talk, String key) {
    return Turn.say(talk.session(), Message.of(talk.tag(), talk.text(key)));
  }

  /** What comes to a group unasked is for those to say who look after it. */
  private static Turn settle(Talk talk, Supplier<Turn> change) {
    return talk.isPrivate() || talk.situation().mayDecide().getAsBoolean()
        ? change.get()
        : say(talk, "only-moderators");
  }

  private Turn choice(Talk talk, String payload) {
    int colon = payload.indexOf(':');
    String name = colon < 0 ? payload : payload.substring(0, colon);
    String value = colon < 0 ? "" : payload.substring(colon + 1);
    return switch (name) {
      case Payloads.LANGUAGE -> onboarding.setLanguage(talk, value);
      case Payloads.COUNTRY -> onboarding.setCountry(talk, value);
      case Payloads.STATUS -> onboarding.setStatus(talk, value);
      case Payloads.MENU -> menus.topics(talk);
      case Payloads.TOPIC -> menus.topic(talk, value);
      case Payloads.ENTRY -> asking.entry(talk, value, false);
      case Payloads.LISTEN -> asking.listen(talk, value);
      case Payloads.MORE -> asking.entry(talk, value, true);
      case Payloads.SAME_IN -> asking.askIn(talk, value);
      case Payloads.RIGHT -> asking.feedback(talk, value, true);
      case Payloads.WRONG -> asking.feedback(talk, value, false);
      case Payloads.NONE -> asking.noneFits(talk);
      case Payloads.PLAN -> plans.show(talk);
      case Payloads.PLAN_TICK -> plans.tick(talk, value);
      case Payloads.NUDGE -> settle(talk, () -> plans.nudge(talk, value.equals("on")));
      case Payloads.TIP -> settle(talk, () -> tips.set(talk, value.equals("on")));
      case Payloads.HUMAN ->
          value.equals("bot") ? asking.askPending(talk) : humans.choice(talk, value);
      default -> {
        Turn menu = menus.topics(talk);
        List<Message> messages = new java.util.ArrayList<>();
        messages.add(Message.of(talk.tag(), talk.text("stale-choice")));
        messages.addAll(menu.messages());
        yield new Turn(menu.session(), messages, List.of());
      }
    };
  }
}
