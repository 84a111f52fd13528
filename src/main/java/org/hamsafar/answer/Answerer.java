package org.hamsafar.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Danger;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.language.LanguageIdentifier;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.Analyzers;
import org.hamsafar.retrieval.GroupReader;
import org.hamsafar.retrieval.PassageIndex;
import org.hamsafar.retrieval.TermWeights;

/**
 * Answers questions: danger first, then language, country, search, ranking, decision. Safe for use
 * by many threads.
 */
public final class Answerer {
  private static final int SHOWN = 10;

  private final Knowledge knowledge;
  private final LanguageIdentifier identifier;
  private final CrisisDetector crisis;
  private final CountryFinder countries;
  private final TermReader terms;
  private final Finder finder;
  private final Decision decision;
  private final Points points;
  private final LongSupplier nanoTime;

  /**
   * @param nanoTime a clock for measuring, such as {@code System::nanoTime}
   */
  public Answerer(
      Knowledge knowledge,
      PassageIndex index,
      Analyzers analyzers,
      LanguageIdentifier identifier,
      CrisisDetector crisis,
      TopicModel topics,
      RankingModel model,
      LongSupplier nanoTime) {
    this.knowledge = knowledge;
    this.identifier = identifier;
    this.crisis = crisis;
    this.countries = new CountryFinder(knowledge.countries().values());
    TermWeights weights = new TermWeights(index.vocabulary(), analyzers);
    this.terms = new TermReader(analyzers, index.vocabulary(), weights);
    this.finder =
        new Finder(
            knowledge,
            index,
            new GroupReader(analyzers, weights, index.translations()),
            new Scorer(weights),
            topics,
            new Ranking(model));
    this.decision = new Decision(knowledge);
    this.points =
        new Points(knowledge.points(), analyzers, index.vocabulary().concepts(), weights::isKnown);
    this.nanoTime = nanoTime;
  }

  /**
   * What is answered to what is no danger.
   *
   * @param byItself to the message alone, whatever came before it: a cry for help may go on, too
   */
  private record Calm(Outcome outcome, Answer byItself) {}

  /** Answers; never fails, whatever the text. */
  public Outcome answer(Question question) {
    long start = nanoTime.getAsLong();
    CountryFinder.Found named = countries.find(question.text());
    Calm found = calm(question, named, start);
    Outcome calm = found.outcome();
    Set<Danger> dangers = crisis.detect(question.text(), named.rest());
    if (dangers.isEmpty()) {
      dangers = suspected(named.rest(), found.byItself());
    }
    if (dangers.isEmpty()) {
      return calm;
    }
    List<Entry> next = next(dangers, calm, question, named);
    return new Outcome(
        new Answer.Crisis(dangers, next, told(dangers, calm.answer(), next)),
        calm.detection().inDanger(question.country(), named),
        calm.replyLanguage(),
        calm.candidates(),
        calm.terms(),
        "words of danger; else: " + calm.reason(),
        micros(start));
  }

  /**
   * What to read after the help lines: nothing that has nothing to do with danger, or is elsewhere.
   */
  private List<Entry> next(
      Set<Danger> dangers, Outcome calm, Question question, CountryFinder.Found named) {
    Whereabouts where = Whereabouts.of(knowledge, question.country(), named);
    return Decision.guidance(calm.answer()).stream()
        .filter(e -> knowledge.isNearDanger(e) || dangers.contains(Danger.EMERGENCY))
        .filter(e -> isPlainlyAsked(e, calm) || !(knowledge.isDiscreet(e) || undoes(e)))
        .filter(e -> where.isKnown() || e.country().equals(Country.ANY))
        .toList();
  }

  /** What answers outright; who thinks of dying, or must call now, needs no more to read. */
  private static Optional<Entry> told(Set<Danger> dangers, Answer calm, List<Entry> next) {
    return dangers.contains(Danger.SUICIDE)
            || dangers.contains(Danger.EMERGENCY)
            || calm instanceof Answer.Clarify
        ? Optional.empty()
        : next.stream().findFirst();
  }

  /** Whether it is learned apart from its topic, as what people take back is. */
  private static boolean undoes(Entry entry) {
    return !entry.subject().equals(entry.topic());
  }

  private static boolean isPlainlyAsked(Entry entry, Outcome calm) {
    return calm.candidates().stream()
        .filter(s -> s.entry().equals(entry))
        .anyMatch(Scored::hasPlainSubject);
  }

  /** Where no entry answers outright, a smaller suspicion is enough. */
  private Set<Danger> suspected(String text, Answer byItself) {
    return switch (byItself) {
      case Answer.Clarify c when c.options().stream().limit(1).anyMatch(knowledge::isNearDanger) ->
          crisis.detectInDoubt(text);
      case Answer.NoAnswer n when n.reason() == Answer.NoAnswer.Reason.NOTHING_FITS ->
          crisis.detectUnanswered(text);
      default -> Set.of();
    };
  }

  /** The answer to what is no danger. */
  private Calm calm(Question question, CountryFinder.Found named, long start) {
    List<LanguageIdentifier.Guess> guesses = identifier.identify(named.rest());
    Detection detection =
        new Detection(
            guesses.isEmpty()
                ? question.language().orElse(LanguageTag.ENGLISH)
                : guesses.getFirst().language(),
            guesses,
            named.besides(question.country()));
    LanguageTag reply = question.language().orElse(detection.language().replyTag());
    List<QueryTerms> readings = terms.read(named.rest(), guesses);
    Optional<Entry> thread = question.thread().flatMap(knowledge::entry);
    Points.Found about = points(thread, named.rest(), readings, reply);
    if (!question.text().isEmpty()
        && saysNothing(named.rest(), guesses)
        && !asksElsewhere(question, named)) {
      boolean goesOn = thread.isPresent() && FollowUp.asks(named.rest());
      Decision.Made made =
          goesOn
              ? Decision.detailed(
                  decision.goOn(thread.get(), about, false, true, Decision.SAYS_NOTHING),
                  thread.get(),
                  about)
              : Decision.SAYS_NOTHING;
      List<Scored> scored = goesOn ? FollowUp.first(thread.get(), List.of(), reply) : List.of();
      return new Calm(
          new Outcome(
              made.answer(), detection, reply, scored, readings, made.reason(), micros(start)),
          Decision.SAYS_NOTHING.answer());
    }
    Whereabouts where = Whereabouts.of(knowledge, question.country(), named);
    Ranked ranked = finder.find(named.rest(), readings, where, question.status());
    List<Scored> scored = ranked.candidates();
    // Of a whole story other countries' entries would tell little, and take as long again.
    List<Scored> anywhere =
        where.isKnown()
                && Decision.isUnsure(scored)
                && readings.stream().noneMatch(QueryTerms::isFull)
            ? finder
                .find(named.rest(), readings, Whereabouts.UNKNOWN, question.status())
                .candidates()
            : List.of();
    Decision.Made made = decision.decide(question, where, ranked, anywhere);
    Answer byItself = made.answer();
    Optional<Scored> continued =
        thread.isPresent() && FollowUp.applies(question, made)
            ? followUp(thread.get(), question, named, guesses, scored)
            : Optional.empty();
    boolean goesOn =
        continued.isPresent()
            || (thread.isPresent()
                && named.code().isEmpty()
                && (about.only() || FollowUp.isBare(named.rest(), ranked)));
    if (continued.isPresent()) {
      made = decision.answer(continued.get().entry(), "continues " + question.thread().orElse(""));
      scored = List.of(continued.get());
    } else if (thread.isPresent() && goesOn) {
      made =
          decision.goOn(
              thread.get(),
              about,
              FollowUp.covers(thread.get(), scored),
              FollowUp.isLikely(ranked),
              made);
      scored = FollowUp.first(thread.get(), scored, reply);
    } else {
      made = Decision.withFurther(made, further(question, guesses, where));
    }
    if (thread.isPresent() && (goesOn || about.asked())) {
      made = Decision.detailed(made, thread.get(), about);
    }
    return new Calm(
        new Outcome(
            made.answer(),
            detection,
            reply,
            scored.subList(0, Math.min(SHOWN, scored.size())),
            readings,
            made.reason(),
            micros(start)),
        byItself);
  }

  /** What of the text that was read answers a short message about it. */
  private Points.Found points(
      Optional<Entry> read, String text, List<QueryTerms> readings, LanguageTag reply) {
    return read.filter(_ -> FollowUp.isShort(text))
        .flatMap(entry -> knowledge.fallback().nearest(reply, entry.texts()))
        .map(shown -> points.find(text, readings, shown))
        .orElse(Points.Found.NOTHING);
  }

  /** In Latin letters what sounds like function words only may still tell of a subject. */
  private boolean saysNothing(String text, List<LanguageIdentifier.Guess> guesses) {
    boolean romanised = guesses.stream().limit(1).anyMatch(g -> g.language().isRomanised());
    return terms.saysNothing(text, guesses) && !(romanised && finder.tellsOfSubject(text));
  }

  /** What the sentences of a message are each about, where it is likely. */
  private List<Scored> further(
      Question question, List<LanguageIdentifier.Guess> guesses, Whereabouts where) {
    return Sentences.of(question.text()).stream()
        .map(s -> countries.find(s).rest())
        .map(s -> finder.find(s, terms.read(s, guesses), where, question.status()))
        .filter(Decision::isSure)
        .map(found -> found.candidates().getFirst())
        .filter(s -> where.holds(s.entry()))
        .toList();
  }

  /** "And in Austria?", after an answer. */
  private static boolean asksElsewhere(Question question, CountryFinder.Found named) {
    return question.thread().isPresent()
        && named.code().isPresent()
        && FollowUp.goesOn(question.text());
  }

  /** The entry that answers the question if it goes on about what was answered before. */
  private Optional<Scored> followUp(
      Entry thread,
      Question question,
      CountryFinder.Found named,
      List<LanguageIdentifier.Guess> guesses,
      List<Scored> alone) {
    Optional<String> country =
        named
            .code()
            .or(() -> Optional.of(thread.country()).filter(c -> !c.equals(Country.ANY)))
            .or(question::country);
    String together = FollowUp.text(named.rest(), thread, guesses, knowledge.fallback());
    List<Scored> scored =
        finder
            .find(
                together,
                terms.read(together, guesses),
                Whereabouts.of(knowledge, country, CountryFinder.Found.NOWHERE),
                question.status())
            .candidates();
    return FollowUp.choose(thread, named.code(), alone, scored);
  }

  /**
   * The country, if {@code text} names one and says little else.
   *
   * @param thread what was answered last; "and in Austria?" asks about it
   */
  public Optional<String> onlyCountry(String text, Optional<String> thread) {
    if (thread.isPresent() && FollowUp.goesOn(text)) {
      return Optional.empty();
    }
    CountryFinder.Found found = countries.find(text);
    return found.code().isPresent() && terms.saysNothing(found.rest(), identifier.identify(text))
        ? found.code()
        : Optional.empty();
  }

  /** All candidates for a question, as learning needs them; danger is not looked for. */
  public Ranked candidates(Question question) {
    CountryFinder.Found named = countries.find(question.text());
    List<QueryTerms> readings = terms.read(named.rest(), identifier.identify(named.rest()));
    return finder.find(
        named.rest(),
        readings,
        Whereabouts.of(knowledge, question.country(), named),
        question.status());
  }

  private long micros(long start) {
    return (nanoTime.getAsLong() - start) / 1000;
  }
}
