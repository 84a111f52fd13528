package org.hamsafar.answer;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hamsafar.retrieval.Candidate;
import org.hamsafar.retrieval.ConceptFinder;
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
  Signals signals(QueryTerms question, Candidate passage, float best) {
    Signals.Builder signals =
        Signals.NONE
            .change()
            .set(Signal.BIAS, 1)
            .set(Signal.BM25, Math.log1p(passage.score()) / 4)
            .set(Signal.BM25_OF_BEST, passage.score() / best)
            .set(Signal.FOREIGN, !question.language().equals(passage.language()));
    double weight = question.weight();
    if (weight == 0) {
      return signals.build();
    }
    Signature signature = passage.signature();
    Set<String> named = new HashSet<>(signature.title());
    signature.questions().forEach(named::addAll);
    double[] nearest = nearest(question, signature);
    return signals
        .set(Signal.ASKED, nearest[0])
        .set(Signal.ASKED_NEXT, nearest[1])
        .set(Signal.ASKED_ANYWHERE, shared(question, named) / weight)
        .set(Signal.COVERED, shared(question, signature.all()) / weight)
        .set(Signal.TITLE, shared(question, signature.title()) / weight)
        .set(Signal.CONCEPTS, concepts(question, named))
        .set(Signal.HEAVIEST, heaviest(question, named, signature.all()))
        .build();
  }

  /** Likeness to the nearest way of asking and to the next. */
  private double[] nearest(QueryTerms question, Signature signature) {
    double[] nearest = {likeness(question, signature.title()), 0};
    for (List<String> way : signature.questions()) {
      double likeness = likeness(question, way);
      if (likeness > nearest[0]) {
        nearest[1] = nearest[0];
        nearest[0] = likeness;
      } else if (likeness > nearest[1]) {
        nearest[1] = likeness;
      }
    }
    return nearest;
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

  private static double concepts(QueryTerms question, Set<String> named) {
    double all = 0;
    double met = 0;
    for (QueryTerms.Term term : question.terms()) {
      if (ConceptFinder.isConcept(term.text())) {
        all += term.weight();
        met += named.contains(term.text()) ? term.weight() : 0;
      }
    }
    return all == 0 ? 0 : met / all;
  }

  private static double heaviest(QueryTerms question, Set<String> named, Set<String> all) {
    double most = 0;
    double found = 0;
    for (QueryTerms.Term term : question.terms()) {
      if (term.weight() > most) {
        most = term.weight();
        found = named.contains(term.text()) ? 1 : all.contains(term.text()) ? 0.5 : 0;
      }
    }
    return found;
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
