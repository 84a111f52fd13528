package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Entry;

/**
 * Sorts candidates and says how likely the first is right.
 *
 * <p>The weights were learned by softmax regression on one half of the questions in
 * knowledge/tests, the probability by logistic regression on the first candidate of the same half;
 * docs/decisions/0008 tells how, and what the other half showed.
 */
final class Ranking {
  private static final double ASKED = 2.9;
  private static final double COVERED = 3.83;
  private static final double TITLE = 0.55;
  private static final double BM25_OF_BEST = 5.03;
  private static final double BM25 = 1.89;
  private static final double HERE = 2.0;
  private static final double OTHER_COUNTRY = -3.17;
  private static final double AUTHOR_VIEW = -0.34;
  private static final double OTHER_PAPER = -0.7;

  private static final double P_BIAS = -8.53;
  private static final double P_ASKED = 2.8;
  private static final double P_COVERED = 1.74;
  private static final double P_BM25 = 7.16;
  private static final double P_LEAD = 0.53;
  private static final double LEAD_LIMIT = 3;

  private Ranking() {}

  /**
   * What candidates are sorted by.
   *
   * @param country where the person is; empty if not known
   * @param scope codes that hold there; empty if that is not known
   */
  static double rank(
      Scored.Features f,
      Entry entry,
      Optional<String> country,
      Set<String> scope,
      Optional<String> status) {
    double rank =
        ASKED * f.asked()
            + COVERED * f.covered()
            + TITLE * f.title()
            + BM25_OF_BEST * f.bm25OfBest()
            + BM25 * logOf(f.bm25());
    if (entry.kind() == Entry.Kind.AUTHOR_VIEW) {
      rank += AUTHOR_VIEW;
    }
    if (country.isPresent() && !entry.country().equals(Country.ANY)) {
      rank += scope.contains(entry.country()) ? HERE : OTHER_COUNTRY;
    }
    boolean otherPaper =
        status.isPresent() && !entry.status().isEmpty() && !entry.status().contains(status.get());
    return otherPaper ? rank + OTHER_PAPER : rank;
  }

  private static double logOf(double bm25) {
    return Math.log1p(bm25) / 4;
  }

  /** Sorts by rank, best first, and fills in the probabilities. */
  static List<Scored> sorted(List<Scored> candidates) {
    List<Scored> sorted =
        candidates.stream()
            .sorted(
                Comparator.comparingDouble(Scored::rank)
                    .reversed()
                    .thenComparing(s -> s.entry().id()))
            .toList();
    List<Scored> result = new ArrayList<>(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      double rival =
          sorted.size() < 2 ? Double.NEGATIVE_INFINITY : sorted.get(i == 0 ? 1 : 0).rank();
      result.add(withProbability(sorted.get(i), sorted.get(i).rank() - rival));
    }
    return result;
  }

  /**
   * @param lead over the best other candidate; below 0 for all but the first
   */
  private static Scored withProbability(Scored s, double lead) {
    Scored.Features f = s.features();
    double x =
        P_BIAS
            + P_ASKED * f.asked()
            + P_COVERED * f.covered()
            + P_BM25 * logOf(f.bm25())
            + P_LEAD * Math.clamp(lead, -LEAD_LIMIT, LEAD_LIMIT);
    return new Scored(s.entry(), s.language(), f, s.rank(), 1 / (1 + Math.exp(-x)));
  }
}
