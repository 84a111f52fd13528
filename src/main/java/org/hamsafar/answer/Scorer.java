package org.hamsafar.answer;

import java.util.List;
import org.hamsafar.retrieval.Candidate;
import org.hamsafar.retrieval.TermWeights;

/**
 * Compares a question with a passage.
 *
 * <p>BM25 alone says little about whether a passage answers: it grows with the length of the
 * question. The share of the question's information that a passage accounts for does not.
 */
final class Scorer {
  private final TermWeights weights;

  Scorer(TermWeights weights) {
    this.weights = weights;
  }

  /**
   * @param foreign whether the passage is in another language than the question
   * @param best the highest BM25 of all candidates
   */
  static Signals.Builder signals(Reading question, Candidate passage, boolean foreign, float best) {
    Signals.Builder signals =
        Signals.NONE
            .change()
            .set(Signal.BIAS, 1)
            .set(Signal.BM25, Math.log1p(passage.score()) / 4)
            .set(Signal.BM25_OF_BEST, passage.score() / best)
            .set(Signal.FOREIGN, foreign);
    if (question.isEmpty()) {
      return signals;
    }
    Reading.Comparison compared = question.compare(passage.signature());
    return signals
        .set(Signal.ASKED, compared.nearest())
        .set(Signal.ASKED_NEXT, compared.next())
        .set(Signal.ASKED_ANYWHERE, compared.named())
        .set(Signal.COVERED, compared.covered())
        .set(Signal.TITLE, compared.title())
        .set(Signal.CONCEPTS, compared.concepts())
        .set(Signal.HEAVIEST, compared.heaviest());
  }

  /** Signals of the question as a whole, in the reading that it is most likely meant in. */
  Signals question(List<QueryTerms> readings) {
    if (readings.isEmpty()) {
      return Signals.NONE;
    }
    QueryTerms first = readings.getFirst();
    double all = first.weight();
    double unknown =
        first.terms().stream()
            .filter(t -> !weights.isKnown(t.text()))
            .mapToDouble(QueryTerms.Term::weight)
            .sum();
    return Signals.NONE
        .change()
        .set(Signal.LENGTH, Math.log1p(all) / 4)
        .set(Signal.UNKNOWN, all == 0 ? 0 : unknown / all)
        .build();
  }
}
