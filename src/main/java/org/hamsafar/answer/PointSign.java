package org.hamsafar.answer;

import java.util.Locale;

/**
 * What speaks for a point of a text being the one that is asked on about. Each is 0 or more;
 * docs/decisions/0052 tells how their weights are learned.
 */
public enum PointSign {
  /** Share of what the message tells that stands in the point, in any language of the text. */
  SHARED,
  /** The words of the message that stand there, by how few other points have them. */
  TELLING,
  /** The runs of letters of the message that stand there, likewise. */
  RUNS,
  /** How plainly it tells a kind of point that is asked for, to 1. */
  KIND,
  /** Whether it is the first, which tells of the whole matter. */
  FIRST;

  /** The name in the file of weights. */
  String key() {
    return "point." + name().toLowerCase(Locale.ROOT);
  }
}
