package org.hamsafar.app;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Finds weights by gradient descent with Adam's steps; large weights cost a little.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Adam</a>
 */
final class Descent {
  private static final int STEPS = 3000;
  private static final double RATE = 0.03;
  private static final double COST_OF_WEIGHT = 2e-4;
  private static final double MEAN_KEPT = 0.9;
  private static final double SQUARE_KEPT = 0.999;

  private final boolean[] learned;
  private final double start;

  /**
   * @param learned which weights may differ from 0
   */
  Descent(boolean[] learned, double start) {
    this.learned = learned.clone();
    this.start = start;
  }

  /** All weights may differ from 0, and begin at {@code start}. */
  static Descent ofAll(int weights, double start) {
    boolean[] learned = new boolean[weights];
    Arrays.fill(learned, true);
    return new Descent(learned, start);
  }

  /**
   * @param gradient of the loss at given weights
   */
  double[] minimise(UnaryOperator<double[]> gradient) {
    int size = learned.length;
    double[] weights = new double[size];
    double[] mean = new double[size];
    double[] square = new double[size];
    for (int i = 0; i < size; i++) {
      weights[i] = learned[i] ? start : 0;
    }
    for (int step = 1; step <= STEPS; step++) {
      double[] slope = gradient.apply(weights);
      double rate = RATE * (1 - step / (STEPS + 1.0));
      for (int i = 0; i < size; i++) {
        if (learned[i]) {
          double s = slope[i] + COST_OF_WEIGHT * weights[i];
          mean[i] = MEAN_KEPT * mean[i] + (1 - MEAN_KEPT) * s;
          square[i] = SQUARE_KEPT * square[i] + (1 - SQUARE_KEPT) * s * s;
          double m = mean[i] / (1 - Math.pow(MEAN_KEPT, step));
          double v = square[i] / (1 - Math.pow(SQUARE_KEPT, step));
          weights[i] -= rate * m / (Math.sqrt(v) + 1e-9);
        }
      }
    }
    return weights;
  }
}
