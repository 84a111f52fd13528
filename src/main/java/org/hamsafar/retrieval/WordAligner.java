package org.hamsafar.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns from pairs of texts which words mean each other: IBM Model 1 in both directions at once
 * (Brown et al., 1993).
 *
 * <p>Every pair of words that ever stands in one pair of texts has one slot; a round of learning is
 * then a walk over arrays.
 */
final class WordAligner {
  private static final int ROUNDS = 5;
  private static final int LONGEST_TEXT = 80;
  private static final float LEAST = 1e-6f;

  private final Words sources;
  private final Words targets;
  private final PairSlots slots = new PairSlots();
  private final List<Pair> pairs = new ArrayList<>();

  /**
   * A word of the source, one of the target, and how likely each is said for the other.
   *
   * @param forth probability of the target's word given the source's
   * @param back the other way round
   */
  record Aligned(String source, String target, float forth, float back) {
    /** The same, seen from the other language. */
    Aligned turned() {
      return new Aligned(
          /* source= */ target, /* target= */ source, /* forth= */ back, /* back= */ forth);
    }
  }

  /** Words of a language and their numbers. Not safe for several threads while words come in. */
  static final class Words {
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** The numbers of the words of a text, in their order; of a long text, of its beginning. */
    int[] read(List<String> words) {
      int[] read = new int[Math.min(words.size(), LONGEST_TEXT)];
      for (int i = 0; i < read.length; i++) {
        read[i] = ids.computeIfAbsent(words.get(i), this::add);
      }
      return read;
    }

    private int add(String name) {
      names.add(name);
      return names.size() - 1;
    }
  }

  /** Two texts that say the same: the slot of every pair of their words, source by source. */
  private static final class Pair {
    final int rows;
    final int[] slots;

    Pair(int rows, int[] slots) {
      this.rows = rows;
      this.slots = slots;
    }
  }

  WordAligner(Words sources, Words targets) {
    this.sources = sources;
    this.targets = targets;
  }

  /** Takes in two texts that say the same. */
  void add(int[] source, int[] target) {
    if (source.length == 0 || target.length == 0) {
      return;
    }
    int[] own = new int[source.length * target.length];
    int next = 0;
    for (int f : source) {
      for (int t : target) {
        own[next++] = slots.add(f, t);
      }
    }
    pairs.add(new Pair(source.length, own));
  }

  /** All pairs of words that are likely at all. */
  List<Aligned> learn() {
    float[] forth = learn(true);
    float[] back = learn(false);
    List<Aligned> aligned = new ArrayList<>();
    for (int slot = 0; slot < slots.size(); slot++) {
      if (forth[slot] > LEAST && back[slot] > LEAST) {
        aligned.add(
            new Aligned(
                sources.names.get(slots.source(slot)),
                targets.names.get(slots.target(slot)),
                forth[slot],
                back[slot]));
      }
    }
    return aligned;
  }

  private float[] learn(boolean forth) {
    int givens = forth ? sources.names.size() : targets.names.size();
    float[] probability = new float[slots.size()];
    Arrays.fill(probability, 1f);
    for (int round = 0; round < ROUNDS; round++) {
      float[] counts = new float[probability.length];
      for (Pair pair : pairs) {
        count(pair.slots, pair.rows, forth, probability, counts);
      }
      float[] totals = new float[givens];
      for (int slot = 0; slot < counts.length; slot++) {
        totals[given(slot, forth)] += counts[slot];
      }
      for (int slot = 0; slot < counts.length; slot++) {
        float total = totals[given(slot, forth)];
        probability[slot] = total == 0 ? 0 : counts[slot] / total;
      }
    }
    return probability;
  }

  private int given(int slot, boolean forth) {
    return forth ? slots.source(slot) : slots.target(slot);
  }

  /** Shares every produced word among the given words of its text. */
  private static void count(
      int[] own, int rows, boolean forth, float[] probability, float[] counts) {
    int columns = own.length / rows;
    int produced = forth ? columns : rows;
    int given = forth ? rows : columns;
    for (int p = 0; p < produced; p++) {
      // A word may also come from nothing; what is common everywhere must not stick to the rare.
      float sum = LEAST;
      for (int g = 0; g < given; g++) {
        sum += probability[own[forth ? g * columns + p : p * columns + g]];
      }
      for (int g = 0; g < given; g++) {
        int slot = own[forth ? g * columns + p : p * columns + g];
        counts[slot] += probability[slot] / sum;
      }
    }
  }
}
