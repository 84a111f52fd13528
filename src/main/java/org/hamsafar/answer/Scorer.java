package org.hamsafar.answer;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hamsafar.retrieval.Candidate;
import org.hamsafar.retrieval.Signature;
import org.hamsafar.retrieval.TermWeights;

/**
 * Turns the likeness of a question and a passage into a probability.
 *
 * <p>BM25 alone says little about whether a passage answers: it grows with the length of the
 * question. The share of the question's information that a passage accounts for does not.
 */
final class Scorer {
  private static final double BIAS = -6.2;
  private static final double ASKED = 6.6;
  private static final double COVERED = 2.6;
  private static final double TITLE = 0.9;
  private static final double ASKED_SHARE_OF_QUESTION = 0.65;

  private final TermWeights weights;

  Scorer(TermWeights weights) {
    this.weights = weights;
  }

  Scored.Features features(QueryTerms question, Candidate passage) {
    Signature signature = passage.signature();
    double weight = question.weight();
    if (weight == 0) {
      return new Scored.Features(0, 0, 0, passage.score());
    }
    return new Scored.Features(
        asked(question, signature.questions(), signature.title()),
        shared(question, signature.all()) / weight,
        shared(question, signature.title()) / weight,
        passage.score());
  }

  /** The probability that the passage answers, before country and paper are weighed. */
  double probability(Scored.Features f) {
    return 1
        / (1 + Math.exp(-(BIAS + ASKED * f.asked() + COVERED * f.covered() + TITLE * f.title())));
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
