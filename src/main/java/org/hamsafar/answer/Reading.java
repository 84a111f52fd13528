package org.hamsafar.answer;

import java.util.List;
import org.hamsafar.retrieval.ConceptFinder;
import org.hamsafar.retrieval.Signature;

/** A question's terms as numbers, ready to be compared with many passages. */
final class Reading {
  private final int[] ids;
  private final double[] values;
  private final double[] full;
  private final boolean[] concept;
  private final double total;
  private final double concepts;
  private final int heaviest;

  Reading(QueryTerms question) {
    List<QueryTerms.Term> terms = question.terms();
    this.ids = new int[terms.size()];
    this.values = new double[ids.length];
    this.full = new double[ids.length];
    this.concept = new boolean[ids.length];
    double sum = 0;
    double ofConcepts = 0;
    int most = 0;
    for (int i = 0; i < ids.length; i++) {
      QueryTerms.Term term = terms.get(i);
      ids[i] = Signature.id(term.text());
      values[i] = term.weight();
      full[i] = term.fullWeight();
      concept[i] = ConceptFinder.isConcept(term.text());
      sum += values[i];
      ofConcepts += concept[i] ? values[i] : 0;
      most = values[i] > values[most] ? i : most;
    }
    this.total = sum;
    this.concepts = ofConcepts;
    this.heaviest = most;
  }

  boolean isEmpty() {
    return total == 0;
  }

  Comparison compare(Signature passage) {
    return new Comparison(passage);
  }

  /** What the question and one passage have in common. */
  final class Comparison {
    private static final double OF_QUESTION = 0.65;

    private final Signature passage;
    private final int[] places = new int[ids.length];

    /** For each place of the passage the question's term that stands there, from 1. */
    private final byte[] terms;

    private double nearest;
    private double next;

    private Comparison(Signature passage) {
      this.passage = passage;
      this.terms = new byte[passage.size()];
      boolean any = false;
      for (int i = 0; i < ids.length; i++) {
        places[i] = passage.place(ids[i]);
        if (places[i] >= 0 && i < Byte.MAX_VALUE) {
          terms[places[i]] = (byte) (i + 1);
          any = true;
        }
      }
      if (any) {
        findNearest();
      }
    }

    private void findNearest() {
      int way = passage.firstWay();
      for (int left = passage.ways(); left > 0; left--, way = passage.wayAfter(way)) {
        double likeness = likeness(way);
        if (likeness > nearest) {
          next = nearest;
          nearest = likeness;
        } else if (likeness > next) {
          next = likeness;
        }
      }
    }

    /** How alike the question and a way of asking are: the share of each that the other has. */
    private double likeness(int way) {
      double met = 0;
      double shared = 0;
      int length = passage.length(way);
      for (int i = 0; i < length; i++) {
        int term = terms[passage.place(way, i)];
        if (term > 0) {
          met += full[term - 1];
          shared += values[term - 1];
        }
      }
      double all = passage.weight(way);
      return met == 0 || all == 0
          ? 0
          : OF_QUESTION * shared / total + (1 - OF_QUESTION) * Math.min(1, met / all);
    }

    /** Likeness to the nearest way of asking. */
    double nearest() {
      return nearest;
    }

    /** Likeness to the second nearest. */
    double next() {
      return next;
    }

    /** The share of the question's information that the passage has. */
    double covered() {
      double shared = 0;
      for (int i = 0; i < ids.length; i++) {
        shared += places[i] >= 0 ? values[i] : 0;
      }
      return shared / total;
    }

    /** The share of it that the ways of asking and the title have. */
    double named() {
      double shared = 0;
      for (int i = 0; i < ids.length; i++) {
        shared += isNamed(i) ? values[i] : 0;
      }
      return shared / total;
    }

    /** The share of the question's concepts that they have; 0 if it has none. */
    double concepts() {
      double shared = 0;
      for (int i = 0; i < ids.length; i++) {
        shared += concept[i] && isNamed(i) ? values[i] : 0;
      }
      return concepts == 0 ? 0 : shared / concepts;
    }

    /** The share of the question's information that the title has. */
    double title() {
      double shared = 0;
      int title = passage.firstWay();
      for (int i = 0; i < passage.length(title); i++) {
        int term = terms[passage.place(title, i)];
        shared += term > 0 ? values[term - 1] : 0;
      }
      return shared / total;
    }

    /** Whether the word that tells most stands in a way of asking (1) or only in the text (0.5). */
    double heaviest() {
      return ids.length == 0 || places[heaviest] < 0 ? 0 : isNamed(heaviest) ? 1 : 0.5;
    }

    private boolean isNamed(int term) {
      return places[term] >= 0 && passage.isNamed(places[term]);
    }
  }
}
