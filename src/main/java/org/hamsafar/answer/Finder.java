package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hamsafar.answer.Ranking.Rival;
import org.hamsafar.answer.Ranking.Situation;
import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.OffTopic;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.Candidate;
import org.hamsafar.retrieval.PassageIndex;

/** Looks up candidates for a question and ranks them. */
final class Finder {
  private static final int CANDIDATES = 60;

  private final Knowledge knowledge;
  private final PassageIndex index;
  private final Scorer scorer;
  private final Ranking ranking;

  Finder(Knowledge knowledge, PassageIndex index, Scorer scorer, Ranking ranking) {
    this.knowledge = knowledge;
    this.index = index;
    this.scorer = scorer;
    this.ranking = ranking;
  }

  /**
   * @param readings of the question in the languages that it may be in, the likeliest first
   */
  Ranked find(List<QueryTerms> readings, Optional<String> country, Optional<String> status) {
    Map<String, Float> weights = weights(readings);
    if (weights.isEmpty()) {
      return Ranked.NOTHING;
    }
    Situation situation = new Situation(country, country.map(this::scope).orElse(Set.of()), status);
    List<Candidate> found = new ArrayList<>(search(weights, situation.scope()));
    if (!situation.scope().isEmpty()) {
      found.addAll(search(weights, Set.of()));
    }
    return rank(found, readings, situation);
  }

  private static Map<String, Float> weights(List<QueryTerms> readings) {
    Map<String, Float> weights = new HashMap<>();
    for (QueryTerms reading : readings) {
      for (QueryTerms.Term term : reading.terms()) {
        weights.merge(
            term.text(), (float) (reading.probability() * term.searchBoost()), Float::sum);
      }
    }
    return weights;
  }

  private List<Candidate> search(Map<String, Float> weights, Set<String> scope) {
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

  private Ranked rank(List<Candidate> found, List<QueryTerms> readings, Situation situation) {
    Map<LanguageTag, QueryTerms> byLanguage = new HashMap<>();
    readings.forEach(r -> byLanguage.put(r.language(), r));
    float highest = (float) found.stream().mapToDouble(Candidate::score).max().orElse(1);
    Map<String, Scored> best = new HashMap<>();
    Optional<Rival> rival = Optional.empty();
    for (Candidate candidate : found) {
      QueryTerms reading = byLanguage.getOrDefault(candidate.language(), readings.getFirst());
      Signals signals = scorer.signals(reading, candidate, highest);
      Optional<Entry> entry = knowledge.entry(candidate.entry());
      if (entry.isPresent()) {
        Signals judged = situation.judge(entry.get(), signals);
        best.merge(
            candidate.entry(),
            new Scored(entry.get(), candidate.language(), judged, ranking.rank(judged), 0),
            (a, b) -> a.rank() >= b.rank() ? a : b);
      } else {
        rival = nearer(rival, candidate.entry(), signals);
      }
    }
    return ranking.sorted(List.copyOf(best.values()), rival, scorer.question(readings));
  }

  private Optional<Rival> nearer(Optional<Rival> known, String id, Signals signals) {
    OffTopic matter = knowledge.offTopic().get(id);
    double rank = ranking.rank(signals);
    if (matter == null || (known.isPresent() && known.get().rank() >= rank)) {
      return known;
    }
    return Optional.of(new Rival(matter, rank, signals.get(Signal.ASKED)));
  }
}
