package org.hamsafar.answer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hamsafar.retrieval.ConceptFinder;
import org.hamsafar.retrieval.TermWeights;
import org.hamsafar.retrieval.Vocabulary;

/** A question's terms as numbers, ready to be compared with many passages. */
final class Reading {
  private final TermWeights.ById weights;
  private final int[] ids;
  private final double[] values;
  private final double total;
  private final double concepts;
  private final boolean[] concept;
  private final int heaviest;

  Reading(QueryTerms question, Vocabulary vocabulary, TermWeights weights) {
    this.weights = weights.byId(question.language());
    List<QueryTerms.Term> terms =
        question.terms().stream()
            .sorted(Comparator.comparingInt(t -> vocabulary.id(t.text())))
            .toList();
    this.ids = terms.stream().mapToInt(t -> vocabulary.id(t.text())).toArray();
    this.values = terms.stream().mapToDouble(QueryTerms.Term::weight).toArray();
    this.total = Arrays.stream(values).sum();
    this.concept = new boolean[ids.length];
    double ofConcepts = 0;
    int most = 0;
    for (int i = 0; i < ids.length; i++) {
      concept[i] = ConceptFinder.isConcept(terms.get(i).text());
      ofConcepts += concept[i] ? values[i] : 0;
      most = values[i] > values[most] ? i : most;
    }
    this.concepts = ofConcepts;
    this.heaviest = most;
  }

  boolean isEmpty() {
    return total == 0;
  }

  /** The share of the question's information that {@code terms} have. */
  double shared(int[] terms) {
    double shared = 0;
    for (int i = 0; i < ids.length; i++) {
      shared += has(terms, i) ? values[i] : 0;
    }
    return shared / total;
  }

  /** The share of the question's concepts that {@code terms} have; 0 if it has none. */
  double sharedConcepts(int[] terms) {
    double shared = 0;
    for (int i = 0; i < ids.length; i++) {
      shared += concept[i] && has(terms, i) ? values[i] : 0;
    }
    return concepts == 0 ? 0 : shared / concepts;
  }

  boolean hasHeaviest(int[] terms) {
    return ids.length > 0 && has(terms, heaviest);
  }

  private boolean has(int[] terms, int at) {
    return ids[at] >= 0 && Arrays.binarySearch(terms, ids[at]) >= 0;
  }

  /**
   * How alike the question and a way of asking are.
   *
   * @param ofQuestion how much the share of the question counts against that of the way
   */
  double likeness(int[] way, double ofQuestion) {
    double all = 0;
    double met = 0;
    double shared = 0;
    for (int id : way) {
      double weight = weights.of(id);
      all += weight;
      int at = Arrays.binarySearch(ids, id);
      if (at >= 0) {
        met += weight;
        shared += values[at];
      }
    }
    return all == 0 ? 0 : ofQuestion * shared / total + (1 - ofQuestion) * met / all;
  }
}
