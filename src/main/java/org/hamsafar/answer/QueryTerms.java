package org.hamsafar.answer;

import java.util.List;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.PassageIndex;

/**
 * The terms of a question as read in one language.
 *
 * @param probability that it is the question's language
 */
public record QueryTerms(LanguageTag language, double probability, List<Term> terms) {
  /** What a corrected word counts against one that stands there as typed. */
  static final double CORRECTED = 0.8;

  public QueryTerms {
    terms = List.copyOf(terms);
  }

  /**
   * A term.
   *
   * @param weight how much it tells, above 0
   * @param asTyped what the person typed, where the spelling was corrected; else the same
   */
  public record Term(String text, double weight, String asTyped) {
    /** How much the term tells where nothing had to be corrected. */
    double fullWeight() {
      return text.equals(asTyped) ? weight : weight / CORRECTED;
    }

    /** How much it counts in the search, which weighs rarity by itself: function words little. */
    double searchBoost() {
      return Math.min(1, 0.5 + weight);
    }
  }

  /** Whether it has as many terms as are looked up: a story rather than a question. */
  boolean isFull() {
    return terms.size() >= PassageIndex.MAX_TERMS;
  }

  double weight() {
    return terms.stream().mapToDouble(Term::weight).sum();
  }
}
