package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hamsafar.answer.Ranking.Rival;
import org.hamsafar.answer.Ranking.Situation;
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
  private static final int COMPARED = 24;

  /** An entry that could expose somebody needs a question that is this likely about its subject. */
  private static final double ASKED_FOR = 0.2;

  /** What only translated words or meaning find has this score, as if by no word. */
  private static final float NO_WORD = 0.01f;

  private static final Set<LanguageTag> WRITTEN =
      Set.of(LanguageTag.ENGLISH, LanguageTag.DARI, LanguageTag.PASHTO);

  private final Knowledge knowledge;
  private final PassageIndex index;
  private final GroupReader groups;
  private final Scorer scorer;
  private final MatterModel matterModel;
  private final Ranking ranking;

  Finder(
      Knowledge knowledge,
      PassageIndex index,
      GroupReader groups,
      Scorer scorer,
      MatterModel matterModel,
      Ranking ranking) {
    this.knowledge = knowledge;
    this.index = index;
    this.groups = groups;
    this.scorer = scorer;
    this.matterModel = matterModel;
    this.ranking = ranking;
  }

  /**
   * @param text of the question
   * @param readings of it in the languages that it may be in, the likeliest first
   */
  Ranked find(String text, List<QueryTerms> readings, Whereabouts where, Optional<String> status) {
    if (readings.stream().allMatch(r -> r.terms().isEmpty())) {
      return Ranked.NOTHING;
    }
    Situation situation = new Situation(where, status);
    MatterModel.Judgement matters = matterModel.judge(text);
    QueryTerms likeliest = readings.getFirst();
    List<TermGroup> own = words(readings);
    own.addAll(letters(text, readings));
    List<Candidate> found = search(own, where.scope(), Set.of());
    if (!index.vocabulary().isWrittenIn(likeliest.language())) {
      found = with(found, across(text, likeliest, where.scope()));
    }
    Meanings meanings = new Meanings(index.nearest(likeliest.language(), text, where.scope()));
    return rank(
        with(found, meanings.candidates()),
        meanings,
        translated(likeliest),
        matters,
        readings,
        situation);
  }

  /** Whether a text is plainly about one subject of ours, whatever its words weigh. */
  boolean tellsOfSubject(String text) {
    return matterModel.judge(text).isPlain();
  }

  /** What words found, and after it what only {@code further} has. */
  private static List<Candidate> with(List<Candidate> found, List<Candidate> further) {
    Set<String> known = new HashSet<>();
    found.forEach(c -> known.add(c.entry() + ' ' + c.language()));
    List<Candidate> all = new ArrayList<>(found);
    for (Candidate c : further) {
      if (known.add(c.entry() + ' ' + c.language())) {
        all.add(new Candidate(c.entry(), c.country(), c.language(), NO_WORD, c.signature()));
      }
    }
    return all;
  }

  private static List<TermGroup> words(List<QueryTerms> readings) {
    Map<String, Float> words = new HashMap<>();
    for (QueryTerms reading : readings) {
      float likely = (float) reading.probability();
      for (QueryTerms.Term term : reading.terms()) {
        words.merge(term.text(), (float) (likely * term.searchBoost()), Float::sum);
      }
    }
    List<TermGroup> groups = new ArrayList<>();
    words.forEach((term, weight) -> groups.add(TermGroup.of(TermGroup.Place.WORDS, term, weight)));
    return groups;
  }

  private List<TermGroup> letters(String text, List<QueryTerms> readings) {
    Map<String, Float> runs = new HashMap<>();
    for (QueryTerms reading : readings) {
      float likely = (float) reading.probability();
      for (TermGroup g : groups.letters(reading.language(), text)) {
        runs.merge(g.alternatives().keySet().iterator().next(), likely * g.weight(), Float::sum);
      }
    }
    List<TermGroup> all = new ArrayList<>();
    runs.forEach((run, weight) -> all.add(TermGroup.of(TermGroup.Place.LETTERS, run, weight)));
    return all;
  }

  private Translated translated(QueryTerms reading) {
    return new Translated(reading, index.translations(), index, others(reading));
  }

  private static Set<LanguageTag> others(QueryTerms reading) {
    Set<LanguageTag> into = new HashSet<>(WRITTEN);
    into.remove(reading.language().replyTag());
    return into;
  }

  private List<Candidate> across(String text, QueryTerms reading, Set<String> scope) {
    Set<LanguageTag> into = others(reading);
    return search(groups.across(reading.language(), text, into), scope, into);
  }

  private static float best(List<Candidate> found) {
    return (float) found.stream().mapToDouble(Candidate::score).max().orElse(1);
  }

  private List<Candidate> search(
      List<TermGroup> terms, Set<String> scope, Set<LanguageTag> languages) {
    return index.search(terms, scope, languages, CANDIDATES);
  }

  private Ranked rank(
      List<Candidate> found,
      Meanings meanings,
      Translated translated,
      MatterModel.Judgement matters,
      List<QueryTerms> readings,
      Situation situation) {
    Map<LanguageTag, Reading> byLanguage = new HashMap<>();
    readings.forEach(r -> byLanguage.put(r.language(), new Reading(r)));
    LanguageTag first = readings.getFirst().language();
    float highest = best(found);
    Map<String, Scored> best = new HashMap<>();
    Optional<Rival> rival = Optional.empty();
    for (Candidate candidate : found) {
      boolean foreign = !byLanguage.containsKey(candidate.language());
      Reading reading = byLanguage.get(foreign ? first : candidate.language());
      if (reading == null) {
        continue;
      }
      Signals signals =
          meanings
              .judge(candidate.entry(), Scorer.signals(reading, candidate, foreign, highest))
              .build();
      Optional<Entry> entry = knowledge.entry(candidate.entry());
      if (entry.filter(e -> knowledge.isDiscreet(e) && matters.share(e) < ASKED_FOR).isPresent()) {
        continue;
      }
      if (entry.isPresent()) {
        Signals judged =
            situation
                .judge(entry.get(), signals)
                .change()
                .set(Signal.TOPIC, matters.subject(entry.get()))
                .set(Signal.MATTER, matters.matter(entry.get()))
                .build();
        best.merge(
            candidate.entry(),
            new Scored(entry.get(), candidate.language(), judged, ranking.rank(judged), 0),
            (a, b) -> a.rank() >= b.rank() ? a : b);
      } else {
        Signals off =
            signals
                .change()
                .set(Signal.TOPIC, matters.offTopic())
                .set(Signal.MATTER, matters.offTopic())
                .build();
        rival = nearer(rival, candidate.entry(), off);
      }
    }
    return ranking
        .sorted(
            compared(best.values(), translated),
            rival.map(r -> compared(r, translated)),
            scorer.question(readings).change().set(Signal.NO_TOPIC, matters.offTopic()).build())
        .judged(matters);
  }

  /** The words as translated are looked for in the likeliest entries only. */
  private List<Scored> compared(Collection<Scored> candidates, Translated translated) {
    List<Scored> sorted = new ArrayList<>(candidates);
    sorted.sort(
        Comparator.comparingDouble(Scored::rank)
            .reversed()
            .thenComparing(scored -> scored.entry().id()));
    List<Scored> likeliest = sorted.subList(0, Math.min(COMPARED, sorted.size()));
    Map<String, Double> shares =
        translated.shares(likeliest.stream().map(scored -> scored.entry().id()).toList());
    likeliest.replaceAll(scored -> {
      Signals signals = compared(scored.signals(), shares, scored.entry().id());
      return new Scored(scored.entry(), scored.language(), signals, ranking.rank(signals), 0);
    });
    return sorted;
  }

  private Rival compared(Rival rival, Translated translated) {
    String id = rival.matter().id();
    Signals signals = compared(rival.signals(), translated.shares(List.of(id)), id);
    return new Rival(rival.matter(), signals, ranking.rank(signals));
  }

  private static Signals compared(Signals signals, Map<String, Double> shares, String id) {
    return signals.change().set(Signal.TRANSLATED, shares.getOrDefault(id, 0.0)).build();
  }

  private Optional<Rival> nearer(Optional<Rival> known, String id, Signals signals) {
    OffTopic matter = knowledge.offTopic().get(id);
    double rank = ranking.rank(signals);
    if (matter == null || (known.isPresent() && known.get().rank() >= rank)) {
      return known;
    }
    return Optional.of(new Rival(matter, signals, rank));
  }
}
