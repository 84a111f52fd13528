package org.hamsafar.answer;

import java.util.Collection;

/** The buckets of a message's features and what each of them tells. */
final class WeighedMessage {
  private static final float[] ALIKE = {};

  final int[] features;

  /** What each feature counts; long messages have more of them. */
  final float[] worths;

  /** What all are multiplied by, so that long messages count as much as short ones. */
  final double scale;

  private WeighedMessage(int[] features, float[] worths) {
    this.features = features;
    this.worths = worths;
    double squares = 1;
    for (float worth : worths) {
      squares += worth * worth;
    }
    this.scale = 1 / Math.sqrt(squares);
  }

  /**
   * @param rarity of each bucket; empty if all tell as much
   */
  static WeighedMessage of(int[] features, float[] rarity) {
    float[] worths = new float[features.length];
    for (int i = 0; i < worths.length; i++) {
      worths[i] = rarity.length == 0 ? 1 : rarity[features[i]];
    }
    return new WeighedMessage(features, worths);
  }

  /**
   * Adds what the features weigh.
   *
   * @param sums by kind
   */
  void addTo(float[] sums, ByteWeights weights) {
    for (int i = 0; i < features.length; i++) {
      float worth = worths[i];
      for (int kind = 0, at = features[i] * sums.length; kind < sums.length; kind++, at++) {
        sums[kind] += worth * weights.get(at);
      }
    }
  }

  /** All features tell as much. */
  static float[] alike() {
    return ALIKE;
  }

  /**
   * What few messages have tells more than what all have: inverse document frequency.
   *
   * @param messages the features of each
   */
  static float[] rarity(Collection<int[]> messages, int buckets) {
    float[] rarity = new float[buckets];
    for (int[] features : messages) {
      for (int feature : features) {
        rarity[feature]++;
      }
    }
    for (int i = 0; i < buckets; i++) {
      rarity[i] = (float) (1 + Math.log((1.0 + messages.size()) / (1 + rarity[i])));
    }
    return rarity;
  }
}
