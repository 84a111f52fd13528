package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Danger;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.Translation;
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
  private final Continuation continuation;
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
      MatterModel matters,
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
            matters,
            new Ranking(model));
    this.decision = new Decision(knowledge);
    this.continuation = new Continuation(model);
    this.points =
        new Points(
            knowledge.points(),
            analyzers,
            weights,
            new PointReader(analyzers, index.vocabulary().concepts(), index.translations()),
            model.points(),
            knowledge.fallback());
    this.nanoTime = nanoTime;
  }

  /**
   * What is answered to what is no danger.
   *
   * @param byItself to the message alone, whatever came before it: a cry for help may go on, too
   * @param ranked what may be meant
   */
  private record Calm(Outcome outcome, Answer byItself, Ranked ranked) {}

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
    Whereabouts where = Whereabouts.of(knowledge, question.country(), named);
    List<Entry> near = near(dangers, calm, where);
    List<Entry> next = new ArrayList<>(near);
    if (!isUrgent(dangers)) {
      next.addAll(besides(found, named.rest(), where));
    }
    return new Outcome(
        new Answer.Crisis(
            dangers, next.stream().distinct().toList(), told(dangers, calm.answer(), near)),
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
  private List<Entry> near(Set<Danger> dangers, Outcome calm, Whereabouts where) {
    return Decision.guidance(calm.answer()).stream()
        .filter(e -> knowledge.isNearDanger(e) || dangers.contains(Danger.EMERGENCY))
        .filter(e -> isSafe(e, calm, where))
        .toList();
  }

  /** What else the message tells of: the card that ended, the rent that is due. */
  private List<Entry> besides(Calm calm, String text, Whereabouts where) {
    List<Scored> here =
        calm.ranked().candidates().stream()
            .filter(s -> isSafe(s.entry(), calm.outcome(), where))
            .toList();
    return Decision.parts(finder.parts(text), here);
  }

  private boolean isSafe(Entry entry, Outcome calm, Whereabouts where) {
    return (isPlainlyAsked(entry, calm) || !(knowledge.isDiscreet(entry) || undoes(entry)))
        && (where.isKnown() ? where.holds(entry) : entry.country().equals(Country.ANY));
  }

  /** Who thinks of dying, or must call now, needs no more to read. */
  private static boolean isUrgent(Set<Danger> dangers) {
    return dangers.contains(Danger.SUICIDE) || dangers.contains(Danger.EMERGENCY);
  }

  /** What answers outright. */
  private static Optional<Entry> told(Set<Danger> dangers, Answer calm, List<Entry> next) {
    return isUrgent(dangers) || calm instanceof Answer.Clarify
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

  /**
   * A message as it is understood before anything is searched for.
   *
   * @param thread what the person has read last
   * @param about what that text tells of what is asked
   */
  private record Heard(
      Question question,
      CountryFinder.Found named,
      Detection detection,
      LanguageTag reply,
      List<QueryTerms> readings,
      Optional<Entry> thread,
      Points.Found about) {
    String text() {
      return named.rest();
    }
  }

  /** A decision and the candidates that it is about. */
  private record Decided(Decision.Made made, List<Scored> scored) {}

  /** The answer to what is no danger. */
  private Calm calm(Question question, CountryFinder.Found named, long start) {
    Heard heard = hear(question, named);
    boolean nothing =
        !question.text().isEmpty()
            && saysNothing(heard.text(), heard.detection().guesses())
            && !asksElsewhere(question, named);
    if (nothing) {
      Decided decided = toNothing(heard);
      return new Calm(
          outcome(heard, decided, start), Decision.SAYS_NOTHING.answer(), Ranked.NOTHING);
    }
    Whereabouts where = Whereabouts.of(knowledge, question.country(), named);
    Ranked ranked = find(heard, where);
    Decision.Made alone =
        decision.decide(question, where, ranked, anywhere(heard, where, ranked.candidates()));
    Decided decided = inThread(heard, where, ranked, alone);
    return new Calm(outcome(heard, decided, start), alone.answer(), ranked);
  }

  private Heard hear(Question question, CountryFinder.Found named) {
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
    return new Heard(question, named, detection, reply, readings, thread, about);
  }

  private Outcome outcome(Heard heard, Decided decided, long start) {
    List<Scored> scored = decided.scored();
    return new Outcome(
        decided.made().answer(),
        heard.detection(),
        heard.reply(),
        scored.subList(0, Math.min(SHOWN, scored.size())),
        heard.readings(),
        decided.made().reason(),
        micros(start));
  }

  /** To words that tell of nothing: small talk, unless they ask on about what was read. */
  private Decided toNothing(Heard heard) {
    boolean asks = heard.about().only() || FollowUp.asks(heard.text());
    if (heard.thread().isEmpty() || !asks) {
      return new Decided(Decision.SAYS_NOTHING, List.of());
    }
    Entry thread = heard.thread().get();
    Decision.Made made = decision.goOn(thread, heard.about(), false, true, Decision.SAYS_NOTHING);
    return new Decided(
        Decision.detailed(made, thread, heard.about()),
        FollowUp.first(thread, List.of(), heard.reply()));
  }

  /** Of a whole story other countries' entries would tell little, and take as long again. */
  private List<Scored> anywhere(Heard heard, Whereabouts where, List<Scored> here) {
    boolean search =
        where.isKnown()
            && Decision.isUnsure(here)
            && heard.readings().stream().noneMatch(QueryTerms::isFull);
    return search
        ? finder
            .find(heard.text(), heard.readings(), Whereabouts.UNKNOWN, heard.question().status())
            .candidates()
        : List.of();
  }

  /**
   * The decision, seen with what was read before.
   *
   * @param alone the decision on the message by itself
   */
  private Decided inThread(Heard heard, Whereabouts where, Ranked ranked, Decision.Made alone) {
    if (heard.thread().isEmpty()) {
      return further(heard, where, ranked, alone);
    }
    Entry thread = heard.thread().get();
    Points.Found about = heard.about();
    double likely = continuation.probability(signs(heard, ranked, thread));
    Optional<Scored> continued =
        heard
            .named()
            .code()
            .filter(_ -> FollowUp.applies(heard.question(), alone))
            .flatMap(code -> elsewhere(thread, heard, code));
    // What is near to what the bot does not speak of needs a better reason to go on.
    boolean near = ranked.offTopic().isPresent() && !about.asked() && !about.isTold();
    boolean goesOn = about.asksOfNothingElse() || (likely >= Continuation.GOES_ON && !near);
    Decided decided;
    if (continued.isPresent()) {
      decided =
          new Decided(
              decision.answer(continued.get().entry(), "continues " + thread.id()),
              List.of(continued.get()));
    } else if (goesOn) {
      boolean covers =
          about.asksOfNothingElse()
              || likely >= Continuation.SURELY
              || FollowUp.covers(thread, ranked.candidates());
      decided =
          new Decided(
              decision.goOn(thread, about, covers, FollowUp.isLikely(ranked), alone),
              FollowUp.first(thread, ranked.candidates(), heard.reply()));
    } else {
      Decided apart = further(heard, where, ranked, alone);
      decided =
          likely >= Continuation.PERHAPS && ranked.offTopic().isEmpty()
              ? new Decided(Decision.orOn(apart.made(), thread), apart.scored())
              : apart;
    }
    return new Decided(Decision.detailed(decided.made(), thread, about), decided.scored());
  }

  /** Offers what else the message is about. */
  private Decided further(Heard heard, Whereabouts where, Ranked ranked, Decision.Made alone) {
    List<Scored> here = ranked.candidates().stream().filter(s -> where.holds(s.entry())).toList();
    return new Decided(
        Decision.withFurther(alone, finder.parts(heard.text()), here), ranked.candidates());
  }

  /** What of the text that was read answers a message about it. */
  private Points.Found points(
      Optional<Entry> read, String text, List<QueryTerms> readings, LanguageTag reply) {
    return read.flatMap(
            entry -> shown(entry, reply).map(shown -> points(text, readings, entry, shown)))
        .orElse(Points.Found.NOTHING);
  }

  /** The short answer of what is near danger names the help: it is never left out. */
  private Points.Found points(
      String text, List<QueryTerms> readings, Entry read, Translation shown) {
    Points.Found found = points.find(text, readings, read, shown);
    return knowledge.isNearDanger(read) ? found.with(shown.body().shortAnswer()) : found;
  }

  private Optional<Translation> shown(Entry entry, LanguageTag reply) {
    return knowledge.fallback().nearest(reply, entry.texts());
  }

  /** In Latin letters what sounds like function words only may still tell of a subject. */
  private boolean saysNothing(String text, List<LanguageIdentifier.Guess> guesses) {
    boolean romanised = guesses.stream().limit(1).anyMatch(g -> g.language().isRomanised());
    return terms.saysNothing(text, guesses) && !(romanised && finder.tellsOfSubject(text));
  }

  /** "And in Austria?", after an answer. */
  private static boolean asksElsewhere(Question question, CountryFinder.Found named) {
    return question.thread().isPresent()
        && named.code().isPresent()
        && FollowUp.goesOn(question.text());
  }

  /** Another country's entry of the matter that was read, if it is asked for. */
  private Optional<Scored> elsewhere(Entry thread, Heard heard, String country) {
    List<LanguageIdentifier.Guess> guesses = heard.detection().guesses();
    String together = FollowUp.text(heard.text(), thread, guesses, knowledge.fallback());
    Whereabouts there =
        Whereabouts.of(knowledge, Optional.of(country), CountryFinder.Found.NOWHERE);
    Ranked found =
        finder.find(together, terms.read(together, guesses), there, heard.question().status());
    return FollowUp.choose(thread, country, found.candidates());
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
    return candidates(hear(question, countries.find(question.text())));
  }

  /** The signs whether a message goes on about what was read, as learning needs them. */
  public Optional<Map<ThreadSign, Double>> signs(Question question) {
    Heard heard = hear(question, countries.find(question.text()));
    return heard.thread().map(thread -> signs(heard, candidates(heard), thread));
  }

  /** The message beside the points of what was read, as learning needs it. */
  public Optional<PointModel.Compared> compared(Question question) {
    Heard heard = hear(question, countries.find(question.text()));
    return heard
        .thread()
        .filter(_ -> !heard.readings().isEmpty())
        .flatMap(read ->
            shown(read, heard.reply())
                .map(
                    text -> points.compare(heard.text(), heard.readings().getFirst(), read, text)));
  }

  private Ranked candidates(Heard heard) {
    return find(heard, Whereabouts.of(knowledge, heard.question().country(), heard.named()));
  }

  private Ranked find(Heard heard, Whereabouts where) {
    return finder.find(heard.text(), heard.readings(), where, heard.question().status());
  }

  private static Map<ThreadSign, Double> signs(Heard heard, Ranked ranked, Entry thread) {
    boolean names = heard.named().code().isPresent();
    return Continuation.signs(heard.text(), names, thread, heard.about(), ranked);
  }

  private long micros(long start) {
    return (nanoTime.getAsLong() - start) / 1000;
  }
}
