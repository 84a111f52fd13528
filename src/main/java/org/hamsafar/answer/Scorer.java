package org.hamsafar.answer;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hamsafar.retrieval.Candidate;
import org.hamsafar.retrieval.Signature;
import org.hamsafar.retrieval.TermWeights;

/**
 * Compares a question with a passage.
 *
 * <p>BM25 alone says little about whether a passage answers: it grows with the length of the
 * question. The share of the question's information that a passage accounts for does not.
 */
final class Scorer {
  private static final double ASKED_SHARE_OF_QUESTION = 0.65;

  private final TermWeights weights;

  Scorer(TermWeights weights) {
    this.weights = weights;
  }

  /**
   * @param best the highest BM25 of all candidates
   */
  Scored.Features features(QueryTerms question, Candidate passage, float best) {
    Signature signature = passage.signature();
    double weight = question.weight();
    if (weight == 0) {
      return new Scored.Features(0, 0, 0, passage.score(), passage.score() / best);
    }
    return new Scored.Features(
        asked(question, signature.questions(), signature.title()),
        shared(question, signature.all()) / weight,
        shared(question, signature.title()) / weight,
        passage.score(),
        passage.score() / best);
  }

  private double asked(QueryTerms question, List<List<String>> asked, List<String> title) {
    double best = likeness(question, title);
    for (List<String> way : asked) {
      best = Math.max(best, likeness(question, way));
    }
    return best;
  }

  private double likeness(QueryTerms question, List<String> way) {
    if (way.isEmpty()) {
      return 0;
    }
    Set<String> texts = question.texts();
    double total = 0;
    double met = 0;
    for (String term : new HashSet<>(way)) {
      double weight = weights.of(question.language(), term);
      total += weight;
      met += texts.contains(term) ? weight : 0;
    }
    double ofQuestion = shared(question, way) / question.weight();
    return ASKED_SHARE_OF_QUESTION * ofQuestion
        + (1 - ASKED_SHARE_OF_QUESTION) * (total == 0 ? 0 : met / total);
  }

  private static double shared(QueryTerms question, Collection<String> terms) {
    Set<String> known = terms instanceof Set<String> set ? set : new HashSet<>(terms);
    double shared = 0;
    for (QueryTerms.Term term : question.terms()) {
      if (known.contains(term.text())) {
        shared += term.weight();
      }
    }
    return shared;
  }
}
