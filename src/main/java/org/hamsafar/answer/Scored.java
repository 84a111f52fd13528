package org.hamsafar.answer;

import org.hamsafar.knowledge.Entry;
import org.hamsafar.language.LanguageTag;

/**
 * An entry and why it may be the answer.
 *
 * @param language of the passage that matched best
 * @param rank what candidates are sorted by; only differences mean anything
 * @param probability 0 to 1, that it is right
 */
public record Scored(
    Entry entry, LanguageTag language, Features features, double rank, double probability) {
  /**
   * What the probability is made of; each from 0 to 1 unless said.
   *
   * @param asked likeness to the nearest way of asking
   * @param covered share of the question's information that stands anywhere in the passage
   * @param title share of it that stands in the title
   * @param bm25 score of the search, at least 0
   * @param bm25OfBest the same as a share of the best candidate's
   */
  public record Features(
      double asked, double covered, double title, double bm25, double bm25OfBest) {}
}
