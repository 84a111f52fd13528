package org.hamsafar.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.channel.OutboundMessage.Button;
import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.Language;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.reply.AnswerReply;
import org.hamsafar.reply.Message;
import org.hamsafar.reply.Payloads;

/** Getting to know each other: language, country, paper. All of it can be skipped and changed. */
final class Onboarding {
  private static final List<String> REGIONS =
      List.of("europe", "north-america", "oceania", "neighbours", "transit");

  /** Not "none": some countries have that as a status, for people without any valid paper. */
  private static final String SKIPPED = "skip";

  private final Knowledge knowledge;
  private final AnswerReply replies;

  Onboarding(Knowledge knowledge, AnswerReply replies) {
    this.knowledge = knowledge;
    this.replies = replies;
  }

  Turn start(Talk talk) {
    Message welcome = Message.of(talk.tag(), talk.text("welcome"));
    Session open = talk.session().withStage(Session.Stage.OPEN);
    return talk.isPrivate()
        ? Turn.say(open, welcome, languages(talk))
        : Turn.say(open, welcome, talk.privately(), languages(talk));
  }

  Turn askLanguage(Talk talk) {
    return Turn.say(talk.session(), languages(talk));
  }

  /** The languages by their own names; what the platform hints at stands first. */
  private Message languages(Talk talk) {
    String hint = talk.message().languageHint().orElse("").split("-", -1)[0];
    boolean persian = hint.equals("fa") || hint.equals("prs");
    List<Button> buttons = new ArrayList<>();
    knowledge.languages().values().stream()
        .filter(Language::offered)
        .sorted(Comparator.comparing(l -> !isHinted(l.tag(), hint, persian)))
        .forEach(l ->
            buttons.add(new Button(l.ownName(), Payloads.of(Payloads.LANGUAGE, l.tag().value()))));
    return new Message.Builder(talk.tag())
        .say(
            persian
                ? talk.speaking(LanguageTag.DARI).text("ask-dari-or-farsi")
                : talk.text("choose-language"))
        .grid(buttons, 2)
        .replacing()
        .build();
  }

  private static boolean isHinted(LanguageTag tag, String hint, boolean persian) {
    return tag.language().equals(hint) || (persian && tag.language().equals("fa"));
  }

  Turn setLanguage(Talk talk, String value) {
    if (!LanguageTag.isTag(value) || !knowledge.languages().containsKey(new LanguageTag(value))) {
      return askLanguage(talk);
    }
    LanguageTag tag = new LanguageTag(value);
    Session session = talk.session().withLanguage(tag);
    Talk now = talk.speaking(tag).with(session);
    if (session.country().isPresent()) {
      return Turn.say(session, Message.of(tag, now.text("language-set")));
    }
    return askCountry(now);
  }

  Turn askCountry(Talk talk) {
    List<Button> buttons = new ArrayList<>();
    for (String region : REGIONS) {
      knowledge
          .places()
          .filter(c -> c.region().equals(region))
          .map(c -> button(talk, c))
          .sorted(Comparator.comparing(Button::label))
          .forEach(buttons::add);
    }
    return Turn.say(
        talk.session().withStage(Session.Stage.COUNTRY),
        new Message.Builder(talk.tag())
            .say(talk.text("choose-country"))
            .grid(buttons, 3)
            .choice(talk.text("country-skip"), Payloads.of(Payloads.COUNTRY, Country.ANY))
            .replacing()
            .build());
  }

  private Button button(Talk talk, Country country) {
    return new Button(
        replies.countryName(talk.tag(), country.code()),
        Payloads.of(Payloads.COUNTRY, country.code()));
  }

  Turn setCountry(Talk talk, String code) {
    Optional<Country> country = knowledge.country(code);
    if (country.isEmpty() && !code.equals(Country.ANY)) {
      return askCountry(talk);
    }
    Session session = talk.session().withCountry(code);
    String noted =
        code.equals(Country.ANY)
            ? talk.text("country-unset")
            : talk.text("country-set", Map.of("country", replies.countryName(talk.tag(), code)));
    boolean papers = country.isPresent() && !country.get().statuses().isEmpty();
    return papers && talk.isPrivate()
        ? Turn.say(session, papers(talk, country.get(), noted))
        : Turn.say(session, ready(talk.with(session), noted));
  }

  Turn askStatus(Talk talk) {
    if (!talk.isPrivate()) {
      return Turn.say(talk.session(), talk.privately());
    }
    Optional<Country> country = talk.session().knownCountry().flatMap(knowledge::country);
    if (country.isEmpty()) {
      return askCountry(talk);
    }
    return country.get().statuses().isEmpty()
        ? Turn.say(talk.session(), Message.of(talk.tag(), talk.text("status-none-here")))
        : Turn.say(talk.session(), papers(talk, country.get(), ""));
  }

  private Message papers(Talk talk, Country country, String noted) {
    Message.Builder message = new Message.Builder(talk.tag());
    if (!noted.isEmpty()) {
      message.say(noted);
    }
    message.say(talk.text("choose-status"));
    for (Country.Status status : country.statuses()) {
      message.choice(name(talk, status), Payloads.of(Payloads.STATUS, status.id()));
    }
    return message
        .choice(talk.text("status-skip"), Payloads.of(Payloads.STATUS, SKIPPED))
        .replacing()
        .build();
  }

  private String name(Talk talk, Country.Status status) {
    return knowledge.fallback().nearest(talk.tag(), status.names()).orElse(status.id());
  }

  Turn setStatus(Talk talk, String id) {
    if (!talk.isPrivate()) {
      return Turn.say(talk.session(), talk.privately());
    }
    Optional<Country.Status> status =
        talk.session()
            .knownCountry()
            .flatMap(knowledge::country)
            .flatMap(c -> c.statuses().stream().filter(s -> s.id().equals(id)).findFirst());
    Session session = talk.session().withStatus(status.map(Country.Status::id));
    String noted =
        status
            .map(s -> talk.text("status-set", Map.of("status", name(talk, s))))
            .orElseGet(() -> talk.text("status-unset"));
    return Turn.say(session, ready(talk.with(session), noted));
  }

  private Message ready(Talk talk, String noted) {
    String code = talk.session().country().orElse(Country.ANY);
    String example =
        talk.catalogue()
            .find(talk.tag(), "example." + code, Map.of())
            .orElseGet(() -> talk.text("example.ANY"));
    return new Message.Builder(talk.tag())
        .say(noted)
        .say(talk.text("ready", Map.of("example", "«" + example + "»")))
        .row(
            List.of(
                new Button(talk.text("menu"), Payloads.MENU),
                new Button(talk.text("plan-any"), Payloads.PLAN)))
        .replacing()
        .build();
  }
}
