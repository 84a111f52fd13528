package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
import org.hamsafar.retrieval.Candidate;
import org.hamsafar.retrieval.PassageIndex;
import org.hamsafar.retrieval.TermWeights;

/**
 * Answers questions: danger first, then language, country, search, ranking, decision. Safe for use
 * by many threads.
 */
public final class Answerer {
  private static final int CANDIDATES = 60;
  private static final int SHOWN = 10;

  private final Knowledge knowledge;
  private final PassageIndex index;
  private final LanguageIdentifier identifier;
  private final CrisisDetector crisis;
  private final CountryFinder countries;
  private final TermReader terms;
  private final Scorer scorer;
  private final Decision decision;
  private final LongSupplier nanoTime;

  /**
   * @param nanoTime a clock for measuring, such as {@code System::nanoTime}
   */
  public Answerer(
      Knowledge knowledge,
      PassageIndex index,
      Analyzers analyzers,
      LanguageIdentifier identifier,
      LongSupplier nanoTime) {
    this.knowledge = knowledge;
    this.index = index;
    this.identifier = identifier;
    this.crisis = new CrisisDetector(knowledge.dangerPhrases());
    this.countries = new CountryFinder(knowledge.countries().values());
    TermWeights weights = new TermWeights(index.vocabulary(), analyzers);
    this.terms = new TermReader(analyzers, index.vocabulary(), weights);
    this.scorer = new Scorer(weights);
    this.decision = new Decision(knowledge);
    this.nanoTime = nanoTime;
  }

  /** Answers; never fails, whatever the text. */
  public Outcome answer(Question question) {
    long start = nanoTime.getAsLong();
    CountryFinder.Found named = countries.find(question.text());
    List<LanguageIdentifier.Guess> guesses = identifier.identify(named.rest());
    Detection detection =
        new Detection(
            guesses.isEmpty()
                ? question.language().orElse(LanguageTag.ENGLISH)
                : guesses.getFirst().language(),
            guesses,
            named.code());
    Set<Danger> dangers = crisis.detect(question.text());
    LanguageTag reply = question.language().orElse(detection.language().replyTag());
    if (!dangers.isEmpty()) {
      return new Outcome(
          new Answer.Crisis(dangers),
          detection,
          reply,
          List.of(),
          List.of(),
          "words of danger",
          micros(start));
    }
    List<QueryTerms> readings = terms.read(named.rest(), guesses);
    if (!question.text().isEmpty() && terms.saysNothing(named.rest(), guesses)) {
      return new Outcome(
          new Answer.NoAnswer(Answer.NoAnswer.Reason.SMALL_TALK, List.of()),
          detection,
          reply,
          List.of(),
          readings,
          "no word that tells what it is about",
          micros(start));
    }
    Optional<String> country = named.code().or(question::country);
    List<Scored> scored = score(readings, country, question.status());
    List<Scored> anywhere =
        country.isPresent() && Decision.isUnsure(scored)
            ? score(readings, Optional.empty(), question.status())
            : List.of();
    Decision.Made made = decision.decide(question, country, scored, anywhere);
    Optional<Scored> continued =
        FollowUp.applies(question, made)
            ? followUp(question, named, guesses, scored)
            : Optional.empty();
    if (continued.isPresent()) {
      made = decision.answer(continued.get(), "continues " + question.thread().orElse(""));
      scored = List.of(continued.get());
    }
    return new Outcome(
        made.answer(),
        detection,
        reply,
        scored.subList(0, Math.min(SHOWN, scored.size())),
        readings,
        made.reason(),
        micros(start));
  }

  /** The entry that answers the question if it goes on about what was answered before. */
  private Optional<Scored> followUp(
      Question question,
      CountryFinder.Found named,
      List<LanguageIdentifier.Guess> guesses,
      List<Scored> alone) {
    Optional<Entry> thread = question.thread().flatMap(knowledge::entry);
    if (thread.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> country =
        named
            .code()
            .or(() -> Optional.of(thread.get().country()).filter(c -> !c.equals(Country.ANY)))
            .or(question::country);
    String together = FollowUp.text(named.rest(), thread.get(), guesses, knowledge.fallback());
    List<Scored> scored = score(terms.read(together, guesses), country, question.status());
    return FollowUp.choose(thread.get(), named.code(), alone, scored);
  }

  /** The country, if {@code text} names one and says little else. */
  public Optional<String> onlyCountry(String text) {
    CountryFinder.Found found = countries.find(text);
    return found.code().isPresent() && terms.saysNothing(found.rest(), identifier.identify(text))
        ? found.code()
        : Optional.empty();
  }

  private long micros(long start) {
    return (nanoTime.getAsLong() - start) / 1000;
  }

  private List<Scored> score(
      List<QueryTerms> readings, Optional<String> country, Optional<String> status) {
    Map<String, Float> weights = new HashMap<>();
    Map<LanguageTag, QueryTerms> byLanguage = new HashMap<>();
    for (QueryTerms reading : readings) {
      byLanguage.put(reading.language(), reading);
      for (QueryTerms.Term term : reading.terms()) {
        weights.merge(
            term.text(), (float) (reading.probability() * term.searchBoost()), Float::sum);
      }
    }
    if (weights.isEmpty()) {
      return List.of();
    }
    Set<String> scope = country.map(this::scope).orElse(Set.of());
    List<Candidate> found = new ArrayList<>(search(weights, scope));
    if (!scope.isEmpty()) {
      found.addAll(search(weights, Set.of()));
    }
    return best(found, byLanguage, country, scope, status);
  }

  private List<Candidate> search(Map<String, Float> weights, Collection<String> scope) {
    return index.search(weights, scope, Set.of(), CANDIDATES);
  }

  /** The country itself, the groups that it belongs to, and what holds everywhere. */
  private Set<String> scope(String code) {
    Set<String> scope = new LinkedHashSet<>();
    scope.add(code);
    knowledge.country(code).ifPresent(c -> scope.addAll(c.groups()));
    scope.add(Country.ANY);
    return scope;
  }

  private List<Scored> best(
      List<Candidate> found,
      Map<LanguageTag, QueryTerms> byLanguage,
      Optional<String> country,
      Set<String> scope,
      Optional<String> status) {
    Map<String, Scored> best = new HashMap<>();
    float highest = (float) found.stream().mapToDouble(Candidate::score).max().orElse(1);
    for (Candidate candidate : found) {
      QueryTerms reading = byLanguage.get(candidate.language());
      Optional<Entry> entry = knowledge.entry(candidate.entry());
      if (reading == null || entry.isEmpty()) {
        continue;
      }
      Scored.Features features = scorer.features(reading, candidate, highest);
      double rank = Ranking.rank(features, entry.get(), country, scope, status);
      best.merge(
          candidate.entry(),
          new Scored(entry.get(), candidate.language(), features, rank, 0),
          (a, b) -> a.rank() >= b.rank() ? a : b);
    }
    return Ranking.sorted(List.copyOf(best.values()));
  }
}
