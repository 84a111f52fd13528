package org.hamsafar.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.TranslationTable.Translation;

/** Aligns the words of every two languages that say enough of the same. */
final class TranslationLearner {
  private static final int LEAST_SEGMENTS = 10;

  /** Two small languages learn nothing from each other that a large one would not tell. */
  private static final double LARGE = 0.1;

  private static final int MOST = 8;
  private static final double LEAST_SHARE = 0.02;

  private final Analyzers analyzers;

  /** The term of every word that has come, so that each is analysed once. */
  private final Map<LanguageTag, Map<String, String>> terms = new ConcurrentHashMap<>();

  TranslationLearner(Analyzers analyzers) {
    this.analyzers = analyzers;
  }

  private record Two(LanguageTag one, LanguageTag other) {}

  private record Learned(Two languages, List<WordAligner.Aligned> words) {}

  LearnedTranslations learn(ParallelText text) {
    List<Map<LanguageTag, List<String>>> analysed =
        text.segments().parallelStream().map(this::analyse).toList();
    Map<LanguageTag, WordAligner.Words> words = new HashMap<>();
    List<Map<LanguageTag, int[]>> segments =
        analysed.stream().map(segment -> numbered(segment, words)).toList();
    Map<LanguageTag, Integer> sizes = new TreeMap<>();
    segments.forEach(segment -> segment.keySet().forEach(tag -> sizes.merge(tag, 1, Integer::sum)));
    Map<LanguageTag, Map<String, List<Translation>>> tables = new HashMap<>();
    twos(sizes).parallelStream()
        .map(two -> new Learned(two, align(two, words, segments)))
        .forEachOrdered(learned -> {
          Two two = learned.languages();
          keep(tables, two.one(), two.other(), learned.words());
          keep(
              tables,
              two.other(),
              two.one(),
              learned.words().stream().map(WordAligner.Aligned::turned).toList());
        });
    return new LearnedTranslations(tables);
  }

  private Map<LanguageTag, List<String>> analyse(Map<LanguageTag, String> segment) {
    Map<LanguageTag, List<String>> analysed = new TreeMap<>();
    segment.forEach((tag, said) -> analysed.put(tag, terms(tag, said)));
    return analysed;
  }

  private List<String> terms(LanguageTag tag, String said) {
    Map<String, String> known = terms.computeIfAbsent(tag, _ -> new ConcurrentHashMap<>());
    List<String> found = new ArrayList<>();
    for (String word : analyzers.written(said)) {
      String term = known.computeIfAbsent(word, w -> Analyzers.term(tag, w));
      if (!term.isEmpty()) {
        found.add(term);
      }
    }
    return found;
  }

  private static Map<LanguageTag, int[]> numbered(
      Map<LanguageTag, List<String>> segment, Map<LanguageTag, WordAligner.Words> words) {
    Map<LanguageTag, int[]> numbered = new TreeMap<>();
    segment.forEach((tag, said) ->
        numbered.put(tag, words.computeIfAbsent(tag, _ -> new WordAligner.Words()).read(said)));
    return numbered;
  }

  private static List<Two> twos(Map<LanguageTag, Integer> sizes) {
    int largest = sizes.values().stream().mapToInt(n -> n).max().orElse(0);
    List<Two> twos = new ArrayList<>();
    for (LanguageTag one : sizes.keySet()) {
      for (LanguageTag other : sizes.keySet()) {
        int more = Math.max(sizes.get(one), sizes.get(other));
        if (one.compareTo(other) < 0 && more >= LARGE * largest) {
          twos.add(new Two(one, other));
        }
      }
    }
    return twos;
  }

  private static List<WordAligner.Aligned> align(
      Two two, Map<LanguageTag, WordAligner.Words> words, List<Map<LanguageTag, int[]>> segments) {
    WordAligner aligner =
        new WordAligner(
            Objects.requireNonNull(words.get(two.one())),
            Objects.requireNonNull(words.get(two.other())));
    int met = 0;
    for (Map<LanguageTag, int[]> segment : segments) {
      int[] one = segment.get(two.one());
      int[] other = segment.get(two.other());
      if (one != null && other != null) {
        aligner.add(one, other);
        met++;
      }
    }
    return met < LEAST_SEGMENTS ? List.of() : aligner.learn();
  }

  private static void keep(
      Map<LanguageTag, Map<String, List<Translation>>> tables,
      LanguageTag from,
      LanguageTag to,
      List<WordAligner.Aligned> words) {
    Map<String, List<Translation>> byTerm = new HashMap<>();
    for (WordAligner.Aligned word : words) {
      // What is likely in both directions is a translation; in one only, it just stood nearby.
      float share = (float) Math.sqrt((double) word.forth() * word.back());
      byTerm
          .computeIfAbsent(word.source(), _ -> new ArrayList<>())
          .add(new Translation(to, word.target(), share));
    }
    Map<String, List<Translation>> table = tables.computeIfAbsent(from, _ -> new HashMap<>());
    byTerm.forEach(
        (term, all) -> table.computeIfAbsent(term, _ -> new ArrayList<>()).addAll(likeliest(all)));
  }

  private static List<Translation> likeliest(List<Translation> all) {
    double sum = all.stream().mapToDouble(Translation::probability).sum();
    return all.stream()
        .sorted(
            Comparator.comparingDouble(Translation::probability)
                .reversed()
                .thenComparing(Translation::term))
        .limit(MOST)
        .filter(t -> t.probability() >= LEAST_SHARE * sum)
        .map(t -> new Translation(t.language(), t.term(), (float) (t.probability() / sum)))
        .toList();
  }
}
