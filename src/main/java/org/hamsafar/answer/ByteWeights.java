package org.hamsafar.answer;

/**
 * Weights of one byte each, fine where they are small and coarse where they are large: nobody hears
 * the difference, and they are most of what answering keeps.
 */
final class ByteWeights {
  private static final int STEPS = 127;

  private final byte[] steps;

  /** What each step stands for, from -128. */
  private final float[] values = new float[2 * STEPS + 2];

  /**
   * @param largest what the largest weight is
   */
  ByteWeights(byte[] steps, float largest) {
    this.steps = steps;
    for (int step = -STEPS; step <= STEPS; step++) {
      float share = (float) step / STEPS;
      values[step + STEPS + 1] = largest * share * Math.abs(share);
    }
  }

  static ByteWeights of(float[] weights) {
    float largest = Float.MIN_NORMAL;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    byte[] steps = new byte[weights.length];
    for (int i = 0; i < steps.length; i++) {
      double share = Math.sqrt(Math.abs(weights[i]) / largest);
      steps[i] = (byte) Math.round(Math.copySign(share * STEPS, weights[i]));
    }
    return new ByteWeights(steps, largest);
  }

  float get(int at) {
    return values[steps[at] + STEPS + 1];
  }

  int length() {
    return steps.length;
  }

  byte[] steps() {
    return steps;
  }

  float largest() {
    return values[values.length - 1];
  }
}
