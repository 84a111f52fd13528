package org.hamsafar.answer;

import java.util.Arrays;

/** The strength of every {@link Signal} for one candidate. Never changes. */
public final class Signals {
  public static final Signals NONE = new Signals(new double[Signal.values().length]);

  private final double[] values;

  private Signals(double[] values) {
    this.values = values;
  }

  public double get(Signal signal) {
    return values[signal.place()];
  }

  /** Starts with these and takes more. */
  Builder change() {
    return new Builder(values.clone());
  }

  double dot(Signals weights) {
    return dot(weights.values);
  }

  /** The sum of all strengths, each times its weight, given in the order of the signals. */
  public double dot(double[] weights) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * weights[i];
    }
    return sum;
  }

  /** Adds every strength times {@code factor} to {@code sums}, in the order of the signals. */
  public void addTo(double[] sums, double factor) {
    for (int i = 0; i < values.length; i++) {
      sums[i] += factor * values[i];
    }
  }

  /**
   * Takes strengths in the order of the signals.
   *
   * @param values in the order of the signals
   */
  public static Signals of(double[] values) {
    return new Signals(Arrays.copyOf(values, Signal.values().length));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Signals s && Arrays.equals(values, s.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }

  /** Fills in signals one by one. */
  static final class Builder {
    private final double[] values;

    private Builder(double[] values) {
      this.values = values;
    }

    Builder set(Signal signal, double value) {
      values[signal.place()] = value;
      return this;
    }

    Builder set(Signal signal, boolean value) {
      return set(signal, value ? 1 : 0);
    }

    Signals build() {
      return new Signals(values.clone());
    }
  }
}
