package org.hamsafar.retrieval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hamsafar.language.LanguageTag;

/**
 * Finds the concepts that a text speaks of, so that different words for one thing meet, in one
 * language or in two. A concept is a term like any other; its first letter keeps it apart from
 * written words.
 */
public final class ConceptFinder {
  static final char MARK = '#';
  private static final int LONGEST_PHRASE = 6;

  private final Phrases phrases;

  /** Where phrases are looked up. */
  interface Phrases {
    /** The concepts that go by a phrase: its terms, separated by spaces. */
    List<String> concepts(LanguageTag language, String phrase);

    /** Whether any phrase begins with a term; true if that is not known. */
    boolean begins(LanguageTag language, String term);
  }

  ConceptFinder(Phrases phrases) {
    this.phrases = phrases;
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
    Set<String> found = new LinkedHashSet<>();
    for (int at = 0; at < terms.size(); at++) {
      if (!phrases.begins(language, terms.get(at))) {
        continue;
      }
      StringBuilder phrase = new StringBuilder();
      for (int end = at; end < Math.min(terms.size(), at + LONGEST_PHRASE); end++) {
        phrase.append(phrase.isEmpty() ? "" : " ").append(terms.get(end));
        found.addAll(phrases.concepts(language, phrase.toString()));
      }
    }
    return List.copyOf(found);
  }
}
