package org.hamsafar.answer;

import java.util.Arrays;
import java.util.List;
import org.hamsafar.retrieval.Candidate;
import org.hamsafar.retrieval.Signature;
import org.hamsafar.retrieval.TermWeights;
import org.hamsafar.retrieval.Vocabulary;

/**
 * Compares a question with a passage.
 *
 * <p>BM25 alone says little about whether a passage answers: it grows with the length of the
 * question. The share of the question's information that a passage accounts for does not.
 */
final class Scorer {
  private static final double ASKED_SHARE_OF_QUESTION = 0.65;

  private final Vocabulary vocabulary;
  private final TermWeights weights;

  Scorer(Vocabulary vocabulary, TermWeights weights) {
    this.vocabulary = vocabulary;
    this.weights = weights;
  }

  /** The question as it is compared with many passages; made when these have been read. */
  Reading reading(QueryTerms question) {
    return new Reading(question, vocabulary, weights);
  }

  /**
   * @param foreign whether the passage is in another language than the question
   * @param best the highest BM25 of all candidates
   */
  Signals.Builder signals(Reading question, Candidate passage, boolean foreign, float best) {
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
    Signature signature = passage.signature();
    setNearest(signals, question, signature);
    return signals
        .set(Signal.ASKED_ANYWHERE, question.shared(signature.named()))
        .set(Signal.COVERED, question.shared(signature.all()))
        .set(Signal.TITLE, question.shared(signature.title()))
        .set(Signal.CONCEPTS, question.sharedConcepts(signature.named()))
        .set(
            Signal.HEAVIEST,
            question.hasHeaviest(signature.named())
                ? 1
                : question.hasHeaviest(signature.all()) ? 0.5 : 0);
  }

  private static void setNearest(Signals.Builder signals, Reading question, Signature signature) {
    double nearest = 0;
    double next = 0;
    for (int i = 0; i < signature.ways(); i++) {
      double likeness = question.likeness(signature.way(i), ASKED_SHARE_OF_QUESTION);
      if (likeness > nearest) {
        next = nearest;
        nearest = likeness;
      } else if (likeness > next) {
        next = likeness;
      }
    }
    signals.set(Signal.ASKED, nearest).set(Signal.ASKED_NEXT, next);
  }

  /** Signals of the question as a whole, in the reading that it is most likely meant in. */
  Signals question(List<QueryTerms> readings) {
    if (readings.isEmpty()) {
      return Signals.NONE;
    }
    QueryTerms first = readings.getFirst();
    double all = first.weight();
    double[] unknown =
        first.terms().stream()
            .filter(t -> !weights.isKnown(t.text()))
            .mapToDouble(QueryTerms.Term::weight)
            .toArray();
    return Signals.NONE
        .change()
        .set(Signal.LENGTH, Math.log1p(all) / 4)
        .set(Signal.UNKNOWN, all == 0 ? 0 : Arrays.stream(unknown).sum() / all)
        .build();
  }
}
