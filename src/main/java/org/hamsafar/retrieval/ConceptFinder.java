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

    /** Whether any phrase begins with these terms; may say so where only letters are the same. */
    boolean begins(LanguageTag language, String beginning);
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
      String phrase = terms.get(at);
      int end = at + 1;
      while (phrases.begins(language, phrase)) {
        found.addAll(phrases.concepts(language, phrase));
        if (end == Math.min(terms.size(), at + LONGEST_PHRASE)) {
          break;
        }
        phrase = phrase + ' ' + terms.get(end++);
      }
    }
    return List.copyOf(found);
  }
}
