package org.hamsafar.lab;

import java.util.Arrays;

/** How long many calls took. */
public final class Latencies {
  private final long[] sorted;

  private Latencies(long[] sorted) {
    this.sorted = sorted;
  }

  static Latencies of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latencies(sorted);
  }

  /** The time that a share of the calls took at most, in milliseconds. */
  public double millis(double share) {
    int at = (int) Math.ceil(share * sorted.length) - 1;
    return sorted.length == 0 ? 0 : sorted[Math.clamp(at, 0, sorted.length - 1)] / 1e6;
  }
}
