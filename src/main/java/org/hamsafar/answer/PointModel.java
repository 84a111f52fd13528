package org.hamsafar.answer;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which point of a text answers who asks on about it, and whether any does.
 *
 * @param point weights of the signs of a point; a missing one weighs nothing
 * @param told weights of the signs that the text tells it, likewise
 */
public record PointModel(Map<PointSign, Double> point, Map<ToldSign, Double> told) {
  public static final PointModel NONE = new PointModel(Map.of(), Map.of());

  private static final double MANY_TERMS = 10;

  public PointModel {
    point = Collections.unmodifiableMap(new TreeMap<>(point));
    told = Collections.unmodifiableMap(new TreeMap<>(told));
  }

  /**
   * A message beside the points of a text.
   *
   * @param points the signs of each point, in order; none if there is nothing to compare
   * @param terms how many words of the message tell something
   * @param untold whether a kind of point is asked for that none tells
   */
  public record Compared(List<Map<PointSign, Double>> points, int terms, boolean untold) {
    public Compared {
      points = List.copyOf(points);
    }

    /**
     * Whether a point tells a kind that is asked for.
     *
     * @param point its number, from 0
     */
    boolean tellsKind(int point) {
      return points.get(point).getOrDefault(PointSign.KIND, 0.0) > 0;
    }

    private double most(PointSign sign) {
      return points.stream().mapToDouble(p -> p.getOrDefault(sign, 0.0)).max().orElse(0);
    }
  }

  /** How likely each point is the one, if any is; they add up to 1. */
  public double[] shares(Compared compared) {
    double[] shares = sums(compared);
    double best = Double.NEGATIVE_INFINITY;
    for (double share : shares) {
      best = Math.max(best, share);
    }
    double all = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.exp(shares[i] - best);
      all += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= all;
    }
    return shares;
  }

  private double[] sums(Compared compared) {
    return compared.points().stream().mapToDouble(p -> RankingModel.sum(p, point)).toArray();
  }

  /** The signs that the text tells what is asked. */
  public Map<ToldSign, Double> signs(Compared compared) {
    Map<ToldSign, Double> signs = new EnumMap<>(ToldSign.class);
    if (compared.points().isEmpty()) {
      return signs;
    }
    double likeliest = 0;
    for (double share : shares(compared)) {
      likeliest = Math.max(likeliest, share);
    }
    double best = Double.NEGATIVE_INFINITY;
    for (double sum : sums(compared)) {
      best = Math.max(best, sum);
    }
    signs.put(ToldSign.BIAS, 1.0);
    signs.put(ToldSign.LIKELIEST, likeliest);
    signs.put(ToldSign.BEST, best);
    signs.put(ToldSign.SHARED, compared.most(PointSign.SHARED));
    signs.put(ToldSign.KIND, compared.most(PointSign.KIND));
    signs.put(ToldSign.UNTOLD, compared.untold() ? 1.0 : 0.0);
    signs.put(ToldSign.TERMS, Math.min(1, compared.terms() / MANY_TERMS));
    signs.put(ToldSign.FEW, 1.0 / compared.points().size());
    return signs;
  }

  /** From 0 to 1, how likely the text tells what is asked. */
  double told(Compared compared) {
    return compared.points().isEmpty()
        ? 0
        : RankingModel.probability(RankingModel.sum(signs(compared), told));
  }
}
