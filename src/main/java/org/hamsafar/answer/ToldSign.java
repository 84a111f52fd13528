package org.hamsafar.answer;

import java.util.Locale;

/**
 * What speaks for or against a text telling at all what is asked on about it. Each is from 0 to 1
 * unless said; docs/decisions/0052 tells how their weights are learned.
 */
public enum ToldSign {
  /** Always 1. */
  BIAS,
  /** How likely the likeliest point is the one, if any is. */
  LIKELIEST,
  /** How much speaks for it; no probability, and the higher the more. */
  BEST,
  /** Share of what the message tells that stands in one point, at most. */
  SHARED,
  /** How plainly a point tells a kind that is asked for, at most. */
  KIND,
  /** Whether a kind of point is asked for that none tells. */
  UNTOLD,
  /** Number of words that tell something, as a share of ten. */
  TERMS,
  /** One by the number of points. */
  FEW;

  /** The name in the file of weights. */
  String key() {
    return "told." + name().toLowerCase(Locale.ROOT);
  }
}
