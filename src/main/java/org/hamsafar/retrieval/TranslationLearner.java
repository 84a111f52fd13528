package org.hamsafar.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  TranslationLearner(Analyzers analyzers) {
    this.analyzers = analyzers;
  }

  /** What one language says: of each segment the numbers of its terms, none where it is silent. */
  private static final class Said {
    final LanguageTag language;
    final WordAligner.Words words = new WordAligner.Words();
    final int[][] segments;
    int count;

    Said(LanguageTag language, int segments) {
      this.language = language;
      this.segments = new int[segments][0];
    }

    void put(int segment, List<String> terms) {
      segments[segment] = words.read(terms);
      count++;
    }
  }

  private record Two(Said one, Said other) {}

  private record Learned(Two languages, List<WordAligner.Aligned> words) {}

  LearnedTranslations learn(ParallelText text) {
    List<Map<LanguageTag, String>> segments = text.segments();
    List<Said> said =
        segments.stream()
            .flatMap(segment -> segment.keySet().stream())
            .distinct()
            .sorted()
            .map(tag -> new Said(tag, segments.size()))
            .toList();
    said.parallelStream().forEach(one -> read(segments, one));
    Map<LanguageTag, Map<String, List<Translation>>> tables = new HashMap<>();
    twos(said).parallelStream()
        .map(two -> new Learned(two, align(two)))
        .forEachOrdered(learned -> {
          LanguageTag one = learned.languages().one().language;
          LanguageTag other = learned.languages().other().language;
          keep(tables, one, other, learned.words());
          keep(
              tables,
              other,
              one,
              learned.words().stream().map(WordAligner.Aligned::turned).toList());
        });
    return new LearnedTranslations(tables);
  }

  private void read(List<Map<LanguageTag, String>> segments, Said said) {
    Map<String, String> known = new HashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String text = segments.get(i).get(said.language);
      if (text != null) {
        said.put(i, terms(said.language, text, known));
      }
    }
  }

  /**
   * @param known the term of every word that has come, so that each is analysed once
   */
  private List<String> terms(LanguageTag tag, String text, Map<String, String> known) {
    List<String> found = new ArrayList<>();
    for (String word : analyzers.written(text)) {
      String term = known.computeIfAbsent(word, w -> Analyzers.term(tag, w));
      if (!term.isEmpty()) {
        found.add(term);
      }
    }
    return found;
  }

  private static List<Two> twos(List<Said> said) {
    int largest = said.stream().mapToInt(s -> s.count).max().orElse(0);
    List<Two> twos = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      for (Said other : said.subList(i + 1, said.size())) {
        if (Math.max(said.get(i).count, other.count) >= LARGE * largest) {
          twos.add(new Two(said.get(i), other));
        }
      }
    }
    return twos;
  }

  private static List<WordAligner.Aligned> align(Two two) {
    WordAligner aligner = new WordAligner(two.one().words, two.other().words);
    int met = 0;
    for (int i = 0; i < two.one().segments.length; i++) {
      if (aligner.add(two.one().segments[i], two.other().segments[i])) {
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
        .filter(t -> t.probability() >= LEAST_SHARE * sum)
        .sorted(
            Comparator.comparingDouble(Translation::probability)
                .reversed()
                .thenComparing(Translation::term))
        .limit(MOST)
        .map(t -> new Translation(t.language(), t.term(), (float) (t.probability() / sum)))
        .toList();
  }
}
