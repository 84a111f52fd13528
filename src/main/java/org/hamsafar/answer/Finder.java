package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.hamsafar.retrieval.GroupReader;
import org.hamsafar.retrieval.PassageIndex;
import org.hamsafar.retrieval.TermGroup;

/** Looks up candidates for a question and ranks them. */
final class Finder {
  private static final int CANDIDATES = 60;

  private static final Set<LanguageTag> WRITTEN =
      Set.of(LanguageTag.ENGLISH, LanguageTag.DARI, LanguageTag.PASHTO);

  private final Knowledge knowledge;
  private final PassageIndex index;
  private final GroupReader groups;
  private final Scorer scorer;
  private final Ranking ranking;

  Finder(
      Knowledge knowledge, PassageIndex index, GroupReader groups, Scorer scorer, Ranking ranking) {
    this.knowledge = knowledge;
    this.index = index;
    this.groups = groups;
    this.scorer = scorer;
    this.ranking = ranking;
  }

  /**
   * @param text of the question
   * @param readings of it in the languages that it may be in, the likeliest first
   */
  Ranked find(
      String text, List<QueryTerms> readings, Optional<String> country, Optional<String> status) {
    if (readings.stream().allMatch(r -> r.terms().isEmpty())) {
      return Ranked.NOTHING;
    }
    Situation situation = new Situation(country, country.map(this::scope).orElse(Set.of()), status);
    List<TermGroup> own = own(text, readings);
    List<Candidate> found = new ArrayList<>(search(own, situation.scope(), Set.of()));
    if (!situation.scope().isEmpty()) {
      found.addAll(search(own, Set.of(), Set.of()));
    }
    return rank(
        found, translated(text, readings.getFirst(), situation.scope()), readings, situation);
  }

  private List<TermGroup> own(String text, List<QueryTerms> readings) {
    Map<String, Float> words = new HashMap<>();
    List<TermGroup> own = new ArrayList<>();
    for (QueryTerms reading : readings) {
      float likely = (float) reading.probability();
      for (QueryTerms.Term term : reading.terms()) {
        words.merge(term.text(), (float) (likely * term.searchBoost()), Float::sum);
      }
      groups.own(reading.language(), text).stream()
          .filter(g -> g.place() == TermGroup.Place.LETTERS)
          .map(g -> new TermGroup(g.place(), g.weight() * likely, g.alternatives()))
          .forEach(own::add);
    }
    words.forEach((term, weight) -> own.add(TermGroup.of(TermGroup.Place.WORDS, term, weight)));
    return own;
  }

  /** Entries found by the question's words as translated, with their share of the best score. */
  private Map<String, Float> translated(String text, QueryTerms reading, Set<String> scope) {
    Set<LanguageTag> into = new HashSet<>(WRITTEN);
    into.remove(reading.language().replyTag());
    Map<String, Float> shares = new HashMap<>();
    List<TermGroup> across = groups.across(reading.language(), text, into);
    if (across.isEmpty()) {
      return shares;
    }
    List<Candidate> found = search(across, scope, into);
    float best = (float) found.stream().mapToDouble(Candidate::score).max().orElse(1);
    found.forEach(c -> shares.merge(c.entry(), c.score() / best, Math::max));
    return shares;
  }

  private List<Candidate> search(
      List<TermGroup> terms, Set<String> scope, Set<LanguageTag> languages) {
    return index.search(terms, scope, languages, CANDIDATES);
  }

  /** The country itself, the groups that it belongs to, and what holds everywhere. */
  private Set<String> scope(String code) {
    Set<String> scope = new LinkedHashSet<>();
    scope.add(code);
    knowledge.country(code).ifPresent(c -> scope.addAll(c.groups()));
    scope.add(Country.ANY);
    return scope;
  }

  private Ranked rank(
      List<Candidate> found,
      Map<String, Float> translated,
      List<QueryTerms> readings,
      Situation situation) {
    Map<LanguageTag, QueryTerms> byLanguage = new HashMap<>();
    readings.forEach(r -> byLanguage.put(r.language(), r));
    float highest = (float) found.stream().mapToDouble(Candidate::score).max().orElse(1);
    Map<String, Scored> best = new HashMap<>();
    Optional<Rival> rival = Optional.empty();
    for (Candidate candidate : found) {
      QueryTerms reading = byLanguage.getOrDefault(candidate.language(), readings.getFirst());
      Signals signals =
          scorer
              .signals(reading, candidate, highest)
              .change()
              .set(Signal.TRANSLATED, translated.getOrDefault(candidate.entry(), 0f))
              .build();
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
