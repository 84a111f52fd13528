package org.hamsafar.retrieval;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.hamsafar.language.LanguageTag;

/**
 * Finds the concepts that a text speaks of, so that different words for one thing meet, in one
 * language or in two. A concept is a term like any other; its first letter keeps it apart from
 * written words. Safe for use by many threads.
 */
public final class ConceptFinder {
  static final char MARK = '#';
  private static final int LONGEST_PHRASE = 6;

  private final Function<LanguageTag, Map<String, List<String>>> phrases;
  private final Map<LanguageTag, Known> known = new ConcurrentHashMap<>();

  /**
   * @param phrases the concepts that go by each phrase of a language: terms separated by spaces;
   *     asked for once a language
   */
  ConceptFinder(Function<LanguageTag, Map<String, List<String>>> phrases) {
    this.phrases = phrases;
  }

  /**
   * The phrases of a language.
   *
   * @param beginnings of them, each up to one of its terms
   */
  private record Known(Map<String, List<String>> concepts, Set<String> beginnings) {
    static Known of(Map<String, List<String>> concepts) {
      Set<String> beginnings = new HashSet<>(concepts.keySet());
      for (String phrase : concepts.keySet()) {
        for (int end = phrase.indexOf(' '); end >= 0; end = phrase.indexOf(' ', end + 1)) {
          beginnings.add(phrase.substring(0, end));
        }
      }
      return new Known(concepts, beginnings);
    }
  }

  /** Whether a term stands for a concept. */
  public static boolean isConcept(String term) {
    return !term.isEmpty() && term.charAt(0) == MARK;
  }

  /**
   * The concepts that stand in a text, each once.
   *
   * @param terms of the text in their order, as the language's analyzer gives them
   */
  public List<String> find(LanguageTag language, List<String> terms) {
    Known of = known.computeIfAbsent(language, tag -> Known.of(phrases.apply(tag)));
    Set<String> found = new LinkedHashSet<>();
    for (int at = 0; at < terms.size(); at++) {
      String phrase = terms.get(at);
      int end = at + 1;
      while (of.beginnings().contains(phrase)) {
        found.addAll(of.concepts().getOrDefault(phrase, List.of()));
        if (end == Math.min(terms.size(), at + LONGEST_PHRASE)) {
          break;
        }
        phrase = phrase + ' ' + terms.get(end++);
      }
    }
    return List.copyOf(found);
  }
}
