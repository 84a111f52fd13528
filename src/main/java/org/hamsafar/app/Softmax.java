package org.hamsafar.app;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Softmax regression: which of several options is right, by weighed signs of each. */
final class Softmax {
  private Softmax() {}

  /**
   * Options of which it is known which are right.
   *
   * @param options the signs of each, in one order for all
   * @param right numbers of the options that are right, from 0; at least one
   * @param counts how much it counts beside others
   */
  record Contest(List<double[]> options, Set<Integer> right, double counts) {
    Contest {
      options = List.copyOf(options);
      right = Set.copyOf(right);
    }

    private double[] shares(double[] weights) {
      double[] shares = options.stream().mapToDouble(option -> dot(option, weights)).toArray();
      double best = Arrays.stream(shares).max().orElse(0);
      double sum = 0;
      for (int i = 0; i < shares.length; i++) {
        shares[i] = Math.exp(shares[i] - best);
        sum += shares[i];
      }
      for (int i = 0; i < shares.length; i++) {
        shares[i] /= sum;
      }
      return shares;
    }

    private void addGradient(double[] weights, double[] gradient, double all) {
      double[] shares = shares(weights);
      double together = right.stream().mapToDouble(i -> shares[i]).sum();
      for (int i = 0; i < shares.length; i++) {
        double off = shares[i] - (right.contains(i) ? shares[i] / together : 0);
        for (int sign = 0; sign < weights.length; sign++) {
          gradient[sign] += counts / all * off * options.get(i)[sign];
        }
      }
    }
  }

  /** The weights of the signs. */
  static double[] learn(List<Contest> contests, Descent descent) {
    double all = contests.stream().mapToDouble(Contest::counts).sum();
    return descent.minimise(weights -> {
      double[] gradient = new double[weights.length];
      contests.forEach(contest -> contest.addGradient(weights, gradient, all));
      return gradient;
    });
  }

  private static double dot(double[] signs, double[] weights) {
    return IntStream.range(0, weights.length).mapToDouble(i -> signs[i] * weights[i]).sum();
  }
}
