package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
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

  /** So many of the texts that were offered may be what the next message is about. */
  private static final int LEADS = 3;

  /** The same with what was shown or offered before. */
  private static final int MOST_LEADS = 8;

  /** Below help lines. */
  private static final int MOST_NEXT = 6;

  private final Knowledge knowledge;
  private final LanguageIdentifier identifier;
  private final CrisisDetector crisis;
  private final CountryFinder countries;
  private final TermReader terms;
  private final Finder finder;
  private final Needs needs;
  private final ReadInDanger readInDanger;
  private final Decision decision;
  private final Points points;
  private final ThreadDecision threads;
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
    this.needs = new Needs(knowledge, matters);
    this.readInDanger = new ReadInDanger(knowledge);
    this.decision = new Decision(knowledge);
    this.points =
        new Points(
            knowledge,
            analyzers,
            weights,
            new PointReader(
                new PointTerms(analyzers, index.vocabulary().concepts()), index.translations()),
            model.points());
    this.threads =
        new ThreadDecision(
            knowledge,
            finder,
            needs,
            terms,
            points,
            decision,
            new Continuation(model),
            readInDanger);
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
    Set<Danger> dangers = crisis.detect(question.text(), named.rest(), nearness(question, found));
    if (dangers.isEmpty()) {
      dangers = suspected(named.rest(), found.byItself());
    }
    return dangers.isEmpty() ? calm : inDanger(dangers, question, named, found, start);
  }

  private Outcome inDanger(
      Set<Danger> dangers, Question question, CountryFinder.Found named, Calm found, long start) {
    Outcome calm = found.outcome();
    Whereabouts where = Whereabouts.of(knowledge, question.country(), named);
    Detection detection = calm.detection().inDanger(question.country(), named);
    List<Entry> near = near(dangers, calm, where);
    List<Entry> next =
        new ArrayList<>(readInDanger.of(dangers, detection.country().or(question::country)));
    next.addAll(near);
    if (!isUrgent(dangers)) {
      next.addAll(besides(found, named.rest(), where));
    }
    next.removeIf(entry -> readInDanger.isForOthers(entry, dangers));
    return new Outcome(
        new Answer.Crisis(
            dangers,
            next.stream().distinct().limit(MOST_NEXT).toList(),
            told(dangers, calm.answer(), near)),
        detection,
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
    return Decision.likeliest(needs.of(text, where, here), 0, "");
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
  private static Optional<Entry> told(Set<Danger> dangers, Answer calm, List<Entry> near) {
    return calm.entryThatAnswers().filter(e -> !isUrgent(dangers) && near.contains(e));
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

  /** By the likeliest text, and by what a part of the message is about: it is offered, too. */
  private Nearness nearness(Question question, Calm calm) {
    Optional<Entry> likeliest = calm.ranked().candidates().stream().findFirst().map(Scored::entry);
    if (likeliest.filter(readInDanger::names).isPresent()) {
      return Nearness.READ_IN_DANGER;
    }
    // Who goes on about such a text is offered others, whatever is asked.
    boolean offers =
        question.thread().isEmpty()
            && calm.outcome().answer().offered().stream().anyMatch(readInDanger::names);
    return offers || likeliest.filter(knowledge::isNearDanger).isPresent()
        ? Nearness.NEAR
        : Nearness.FAR;
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
    Heard heard = hear(question, named);
    boolean nothing =
        !question.text().isEmpty()
            && saysNothing(heard.text(), heard.detection().guesses())
            && !asksElsewhere(question, named);
    if (nothing) {
      return new Calm(
          outcome(heard, threads.toNothing(heard), start),
          Decision.SAYS_NOTHING.answer(),
          Ranked.NOTHING);
    }
    Whereabouts where = Whereabouts.of(knowledge, question.country(), named);
    Ranked ranked = find(heard, where);
    Decision.Made alone =
        decision.decide(question, where, ranked, anywhere(heard, where, ranked.candidates()));
    return new Calm(
        outcome(heard, threads.decide(heard, where, ranked, alone), start), alone.answer(), ranked);
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
    Points.Found about =
        thread
            .map(read -> points.find(named.rest(), readings, read, reply))
            .orElse(Points.Found.NOTHING);
    List<Entry> now = others(question, question.offered()).limit(LEADS).toList();
    List<Entry> offered =
        Stream.concat(now.stream(), others(question, question.earlier()))
            .distinct()
            .limit(MOST_LEADS)
            .toList();
    return new Heard(
        question, named, detection, reply, readings, thread, about, offered, now.size());
  }

  /** What could expose somebody has to be asked for in plain words. */
  private Stream<Entry> others(Question question, List<String> entries) {
    return entries.stream()
        .filter(id -> !question.thread().equals(Optional.of(id)))
        .distinct()
        .map(knowledge::entry)
        .flatMap(Optional::stream)
        .filter(entry -> !knowledge.isDiscreet(entry));
  }

  private Outcome outcome(Heard heard, ThreadDecision.Decided decided, long start) {
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

  /** The question as it is asked after a text was read, below which others are offered. */
  public Question afterReading(Optional<String> text, Question question) {
    List<Entry> related = text.flatMap(knowledge::entry).map(decision::related).orElse(List.of());
    return question.after(text, related.stream().map(Entry::id).toList());
  }

  /** All candidates for a question, as learning needs them; danger is not looked for. */
  public Ranked candidates(Question question) {
    return candidates(hear(question, countries.find(question.text())));
  }

  /** The signs whether a message goes on, as learning needs them. */
  public ThreadSigns signs(Question question) {
    Heard heard = hear(question, countries.find(question.text()));
    return threads.signs(heard, candidates(heard));
  }

  /** The message beside the points of what was read, as learning needs it. */
  public Optional<PointModel.Compared> compared(Question question) {
    Heard heard = hear(question, countries.find(question.text()));
    return heard
        .thread()
        .flatMap(read -> points.compare(heard.text(), heard.readings(), read, heard.reply()));
  }

  private Ranked candidates(Heard heard) {
    return find(heard, Whereabouts.of(knowledge, heard.question().country(), heard.named()));
  }

  private Ranked find(Heard heard, Whereabouts where) {
    return finder.find(heard.text(), heard.readings(), where, heard.question().status());
  }

  private long micros(long start) {
    return (nanoTime.getAsLong() - start) / 1000;
  }
}
