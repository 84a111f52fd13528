package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.hamsafar.knowledge.Body;
import org.hamsafar.knowledge.Translation;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.Analyzers;
import org.hamsafar.retrieval.ConceptFinder;
import org.hamsafar.retrieval.Signature;

/**
 * The terms of the points of texts as numbers. They are kept: a message is compared with all that
 * was offered, and analysing takes longer than comparing. Safe for use by many threads.
 */
final class PointTerms {
  private static final int RUN = 4;

  /** Texts whose terms are kept, some 1.5 KB each, and whose runs are, some 10 KB each. */
  private static final int TERMS_KEPT = 4000;

  private static final int RUNS_KEPT = 1000;

  private final Analyzers analyzers;
  private final ConceptFinder concepts;
  private final Map<Key, List<int[]>> terms = new ConcurrentHashMap<>();
  private final Map<Key, List<int[]>> runs = new ConcurrentHashMap<>();

  PointTerms(Analyzers analyzers, ConceptFinder concepts) {
    this.analyzers = analyzers;
    this.concepts = concepts;
  }

  private record Key(String entry, LanguageTag text, LanguageTag as) {}

  /**
   * The terms and concepts of each point, in order of their numbers.
   *
   * @param entry id of the entry
   * @param as the language that the text is analysed in, mostly its own
   */
  List<int[]> terms(String entry, Translation text, LanguageTag as) {
    if (terms.size() > TERMS_KEPT) {
      terms.clear();
    }
    return terms.computeIfAbsent(
        new Key(entry, text.language(), as), _ -> each(text, point -> terms(point, as)));
  }

  /** The runs of letters of the terms of each point, likewise. */
  List<int[]> runs(String entry, Translation text, LanguageTag as) {
    if (runs.size() > RUNS_KEPT) {
      runs.clear();
    }
    return runs.computeIfAbsent(
        new Key(entry, text.language(), as),
        _ -> each(text, point -> runs(analyzers.terms(as, point))));
  }

  private interface Reader {
    int[] read(String point);
  }

  private static List<int[]> each(Translation text, Reader reader) {
    return text.body().points().stream().map(Body.Block::plain).map(reader::read).toList();
  }

  private int[] terms(String point, LanguageTag as) {
    List<String> all = new ArrayList<>(analyzers.terms(as, point));
    all.addAll(concepts.find(as, List.copyOf(all)));
    return all.stream().mapToInt(Signature::id).sorted().distinct().toArray();
  }

  /** The numbers of the runs of letters of words, in order, each once. */
  static int[] runs(Collection<String> words) {
    return words.stream()
        .map(word -> "<" + word + ">")
        .flatMapToInt(word ->
            IntStream.rangeClosed(0, Math.max(0, word.length() - RUN))
                .map(at -> word.substring(at, Math.min(at + RUN, word.length())).hashCode()))
        .sorted()
        .distinct()
        .toArray();
  }

  static boolean has(int[] numbers, int number) {
    return Arrays.binarySearch(numbers, number) >= 0;
  }
}
