package org.hamsafar.reply;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.answer.Answer;
import org.hamsafar.answer.Outcome;
import org.hamsafar.channel.OutboundMessage.Button;
import org.hamsafar.knowledge.Body;
import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.SeedDocument;
import org.hamsafar.knowledge.Source;
import org.hamsafar.knowledge.Translation;
import org.hamsafar.language.LanguageTag;

/** Says an answer in the person's language. */
public final class AnswerReply {
  private static final int SOURCES_SHOWN = 3;

  private final Knowledge knowledge;
  private final MessageCatalogue catalogue;
  private final CrisisReply crisis;
  private final InstantSource clock;

  /**
   * @param clock tells the day against which review dates are held, also of a bot that runs for
   *     months
   */
  public AnswerReply(Knowledge knowledge, MessageCatalogue catalogue, InstantSource clock) {
    this.knowledge = knowledge;
    this.catalogue = catalogue;
    this.crisis = new CrisisReply(knowledge, catalogue);
    this.clock = clock;
  }

  /** How an answer is to be said. */
  public record Manner(Optional<String> country, boolean shortFirst) {}

  /**
   * The country that an answer must hold in, or be marked: the one that is named, unless the answer
   * is of the person's own. "From here to Turkey" is asked about here.
   */
  public Optional<String> where(Outcome outcome, Optional<String> own) {
    boolean ofOwn =
        outcome
            .answered()
            .filter(e -> own.isPresent() && knowledge.scope(own.get()).contains(e.country()))
            .isPresent();
    return ofOwn ? own : outcome.detection().country().or(() -> own);
  }

  /** The message for an outcome. */
  public Message of(Outcome outcome, Manner manner) {
    LanguageTag tag = outcome.replyLanguage();
    return switch (outcome.answer()) {
      case Answer.Answered a -> entry(tag, a.entry(), a.related(), manner);
      case Answer.Detail d -> detail(tag, d, manner);
      case Answer.Contested c -> entry(tag, c.entry(), c.related(), manner);
      case Answer.Clarify c -> clarify(tag, c, manner.country());
      case Answer.NoAnswer n -> noAnswer(tag, n);
      case Answer.Crisis c ->
          crisis.of(
              tag,
              c.dangers(),
              outcome.detection().country().or(manner::country),
              c.told().map(e -> beginning(tag, e, manner)).orElse(List.of()),
              c.next().stream().map(e -> further(tag, e)).toList());
      case Answer.Handoff _ -> Message.of(tag, catalogue.text(tag, "human-write"));
    };
  }

  /** An entry as it is read. */
  public Message entry(LanguageTag tag, Entry entry, List<Entry> related, Manner manner) {
    Translation text = nearest(tag, entry);
    // Where nobody has said where they are, nothing else tells which country this is about.
    boolean unsaid = manner.country().isEmpty() && !entry.country().equals(Country.ANY);
    String heading =
        unsaid ? text.title() + " · " + countryName(tag, entry.country()) : text.title();
    boolean cut = manner.shortFirst() && text.body().blocks().size() > 1;
    List<Body.Block> blocks = cut ? List.of(text.body().shortAnswer()) : text.body().blocks();
    Message.Builder message = sourced(tag, entry, heading, blocks, manner);
    if (cut) {
      message.choice(catalogue.text(tag, "more"), Payloads.of(Payloads.MORE, entry.id()));
    }
    related.stream().map(r -> further(tag, r)).forEach(b -> message.row(List.of(b)));
    message.row(rightOrWrong(tag, entry));
    if (entry.voices().containsKey(text.language())) {
      // Last, as a channel without voice leaves it out and the numbers before it stay.
      message.choice(
          "🔊 " + catalogue.text(tag, "listen"), Payloads.of(Payloads.LISTEN, entry.id()));
    }
    return message.build();
  }

  /** The numbered steps of an entry; the whole if it has none. */
  public Message steps(LanguageTag tag, Entry entry, List<Entry> related, Manner manner) {
    List<Body.Block> steps =
        nearest(tag, entry).body().blocks().stream()
            .filter(b -> b instanceof Body.Items items && items.ordered())
            .toList();
    return steps.isEmpty()
        ? entry(tag, entry, related, manner)
        : detail(tag, new Answer.Detail(entry, related, steps, false), manner);
  }

  /** What an entry says, or a part of it: with its notes, sources and marks, never without. */
  private Message.Builder sourced(
      LanguageTag tag, Entry entry, String heading, List<Body.Block> blocks, Manner manner) {
    return sourced(reading(tag, entry), tag, entry, heading, blocks, manner);
  }

  /** Begins a message that shows an entry in the nearest language that it is written in. */
  private Message.Builder reading(LanguageTag tag, Entry entry) {
    return new Message.Builder(nearest(tag, entry).language(), tag.replyTag());
  }

  private Message.Builder sourced(
      Message.Builder message,
      LanguageTag tag,
      Entry entry,
      String heading,
      List<Body.Block> blocks,
      Manner manner) {
    Translation text = nearest(tag, entry);
    notes(tag, entry, text, manner).forEach(message::say);
    message.heading(heading).blocks(blocks).block(sources(text.language(), entry));
    marks(tag, entry, text).forEach(message::say);
    return message;
  }

  /** The short answer of an entry. */
  private List<Body.Block> beginning(LanguageTag tag, Entry entry, Manner manner) {
    Translation text = nearest(tag, entry);
    return sourced(tag, entry, text.title(), List.of(text.body().shortAnswer()), manner)
        .build()
        .blocks();
  }

  /** Some points of an entry, or that it does not tell; the whole is one touch away. */
  private Message detail(LanguageTag tag, Answer.Detail detail, Manner manner) {
    Entry entry = detail.entry();
    String title = title(tag, entry);
    Button whole =
        new Button(catalogue.text(tag, "detail-whole"), Payloads.of(Payloads.MORE, entry.id()));
    if (detail.points().isEmpty()) {
      return new Message.Builder(tag)
          .say(catalogue.text(tag, "detail-not-told", Map.of("title", title)))
          .row(List.of(whole))
          .choice(catalogue.text(tag, "human"), Payloads.HUMAN)
          .build();
    }
    Message.Builder message = reading(tag, entry);
    if (detail.doubtful()) {
      message.say(catalogue.text(tag, "detail-doubtful"));
    }
    sourced(message, tag, entry, title, detail.points(), manner).row(List.of(whole));
    detail.related().stream().map(r -> further(tag, r)).forEach(b -> message.row(List.of(b)));
    return message.row(rightOrWrong(tag, entry)).build();
  }

  private List<Button> rightOrWrong(LanguageTag tag, Entry entry) {
    return List.of(
        new Button("✓ " + catalogue.text(tag, "yes"), Payloads.of(Payloads.RIGHT, entry.id())),
        new Button("✗ " + catalogue.text(tag, "no"), Payloads.of(Payloads.WRONG, entry.id())));
  }

  /** A button that leads to an entry. */
  private Button further(LanguageTag tag, Entry entry) {
    return new Button(
        (tag.isRightToLeft() ? "← " : "→ ") + title(tag, entry),
        Payloads.of(Payloads.ENTRY, entry.id()));
  }

  /**
   * The recording of an entry; empty if there is none in the language that the text is shown in.
   */
  public Optional<Message> voice(LanguageTag tag, Entry entry) {
    Translation text = nearest(tag, entry);
    return Optional.ofNullable(entry.voices().get(text.language()))
        .map(name ->
            new Message.Builder(text.language()).say("🔊 " + text.title()).voice(name).build());
  }

  private List<String> notes(LanguageTag tag, Entry entry, Translation text, Manner manner) {
    List<String> notes = new ArrayList<>();
    if (manner.country().isPresent()
        && !knowledge.scope(manner.country().get()).contains(entry.country())) {
      notes.add(
          catalogue.text(
              tag, "mark-elsewhere", Map.of("country", countryName(tag, entry.country()))));
    }
    if (!text.language().equals(tag.replyTag())) {
      notes.add(catalogue.text(tag, "mark-fallback", Map.of("language", ownName(text.language()))));
    }
    switch (entry.kind()) {
      case GUIDANCE -> {}
      case CONTESTED -> notes.add(catalogue.text(tag, "contested-lead"));
      case AUTHOR_VIEW -> seedOf(entry).ifPresent(seed -> notes.add(authorLead(tag, seed)));
    }
    return notes;
  }

  private String authorLead(LanguageTag tag, SeedDocument seed) {
    return catalogue.text(
        tag,
        "author-lead",
        Map.of("author", seed.author(), "publisher", seed.publisher(), "date", seed.date()));
  }

  private List<String> marks(LanguageTag tag, Entry entry, Translation text) {
    List<String> marks = new ArrayList<>();
    switch (TranslationState.of(tag, entry, text)) {
      case MACHINE -> marks.add(catalogue.text(tag, "mark-machine"));
      case STALE -> marks.add(catalogue.text(tag, "mark-stale"));
      case ORIGINAL, REVIEWED, FALLBACK -> {}
    }
    if (entry.reviewBy().isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
      marks.add(
          catalogue.text(tag, "mark-review-due", Map.of("date", Dates.of(tag, entry.reviewBy()))));
    }
    return marks;
  }

  private Body.Block sources(LanguageTag tag, Entry entry) {
    List<List<Body.Span>> items = new ArrayList<>();
    entry.sources().stream()
        .sorted(Comparator.comparing(Source::checked).reversed())
        .limit(SOURCES_SHOWN)
        .forEach(source -> items.add(sourceLine(tag, source)));
    return new Body.Items(false, items);
  }

  private List<Body.Span> sourceLine(LanguageTag tag, Source source) {
    List<Body.Span> line = new ArrayList<>();
    line.add(
        new Body.Text(
            catalogue.text(
                tag,
                "sources",
                Map.of("publisher", source.publisher(), "date", Dates.of(tag, source.checked())))));
    source
        .url()
        .ifPresent(url -> {
          line.add(new Body.Text(" "));
          line.add(new Body.Link(url, url));
        });
    return line;
  }

  private Message clarify(LanguageTag tag, Answer.Clarify clarify, Optional<String> country) {
    Message.Builder message = new Message.Builder(tag);
    switch (clarify.what()) {
      case ENTRY -> {
        message.say(catalogue.text(tag, "clarify-entry"));
        options(tag, clarify.options(), country.isEmpty(), message);
        message.choice(catalogue.text(tag, "none-of-these"), Payloads.NONE);
      }
      case COUNTRY -> {
        message.say(catalogue.text(tag, "clarify-country"));
        clarify
            .countries()
            .forEach(c ->
                message.choice(
                    countryName(tag, c.code()), Payloads.of(Payloads.SAME_IN, c.code())));
      }
      case OTHER_COUNTRY -> {
        message.say(
            catalogue.text(
                tag,
                "clarify-other-country",
                Map.of("country", country.map(c -> countryName(tag, c)).orElse("?"))));
        options(tag, clarify.options(), true, message);
        message.choice(catalogue.text(tag, "human"), Payloads.HUMAN);
      }
    }
    return message.build();
  }

  private void options(
      LanguageTag tag, List<Entry> entries, boolean unsaid, Message.Builder message) {
    boolean several = entries.stream().map(Entry::country).distinct().count() > 1;
    for (Entry entry : entries) {
      String label = title(tag, entry);
      boolean named = (several || unsaid) && !entry.country().equals(Country.ANY);
      message.choice(
          named ? label + " · " + countryName(tag, entry.country()) : label,
          Payloads.of(Payloads.ENTRY, entry.id()));
    }
  }

  /** To somebody who means none of what was offered. */
  public Message noneFits(LanguageTag tag) {
    return elsewhere(tag, new Message.Builder(tag).say(catalogue.text(tag, "no-answer")));
  }

  private Message elsewhere(LanguageTag tag, Message.Builder message) {
    return message
        .choice(catalogue.text(tag, "human"), Payloads.HUMAN)
        .choice(catalogue.text(tag, "menu"), Payloads.MENU)
        .build();
  }

  private Message noAnswer(LanguageTag tag, Answer.NoAnswer none) {
    return switch (none.reason()) {
      case EMPTY -> Message.of(tag, catalogue.text(tag, "empty"));
      case SMALL_TALK ->
          new Message.Builder(tag)
              .say(catalogue.text(tag, "help"))
              .choice(catalogue.text(tag, "menu"), Payloads.MENU)
              .build();
      case REFUSED -> Message.of(tag, catalogue.text(tag, "refused"));
      case NOTHING_FITS -> {
        Message.Builder message = new Message.Builder(tag);
        message.say(catalogue.text(tag, "no-answer"));
        message.say(catalogue.text(tag, "no-answer-gap"));
        if (!none.nearest().isEmpty()) {
          message.say(catalogue.text(tag, "no-answer-nearest"));
          options(tag, none.nearest(), false, message);
        }
        yield elsewhere(tag, message);
      }
    };
  }

  private Translation nearest(LanguageTag tag, Entry entry) {
    return knowledge
        .fallback()
        .nearest(tag, entry.texts())
        .orElseThrow(() -> new IllegalStateException("entry without text: " + entry.id()));
  }

  private Optional<SeedDocument> seedOf(Entry entry) {
    // By id: knowledge kept on disk comes back with a copy of the entry.
    return knowledge.seeds().stream()
        .filter(s -> s.sections().stream().anyMatch(e -> e.id().equals(entry.id())))
        .findFirst();
  }

  /** The name of a language in itself. */
  public String ownName(LanguageTag tag) {
    return Optional.ofNullable(knowledge.languages().get(tag))
        .map(l -> l.ownName())
        .orElse(tag.value());
  }

  /** The title of an entry in the nearest language. */
  public String title(LanguageTag tag, Entry entry) {
    return nearest(tag, entry).title();
  }

  /** The name of a country in the nearest language. */
  public String countryName(LanguageTag tag, String code) {
    return knowledge
        .country(code)
        .flatMap(c -> knowledge.fallback().nearest(tag, c.names()))
        .orElse(code);
  }
}
