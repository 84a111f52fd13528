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
    final int columns;
    final int[] slots;

    Pair(int rows, int columns, int[] slots) {
      this.rows = rows;
      this.columns = columns;
      this.slots = slots;
    }
  }

  WordAligner(Words sources, Words targets) {
    this.sources = sources;
    this.targets = targets;
  }

  /** Takes in two texts that say the same; false if one of them says nothing. */
  boolean add(int[] source, int[] target) {
    if (source.length == 0 || target.length == 0) {
      return false;
    }
    int[] own = new int[source.length * target.length];
    int next = 0;
    for (int f : source) {
      for (int t : target) {
        own[next++] = slots.add(f, t);
      }
    }
    pairs.add(new Pair(source.length, target.length, own));
    return true;
  }

  /** All pairs of words that are likely at all. */
  List<Aligned> learn() {
    float[] likely = likely();
    List<Aligned> aligned = new ArrayList<>();
    for (int slot = 0; slot < slots.size(); slot++) {
      float forth = likely[2 * slot];
      float back = likely[2 * slot + 1];
      if (forth > LEAST && back > LEAST) {
        aligned.add(
            new Aligned(
                sources.names.get(slots.source(slot)),
                targets.names.get(slots.target(slot)),
                forth,
                back));
      }
    }
    return aligned;
  }

  /** Of every slot how likely it is forth, then back: side by side, as they are read together. */
  private float[] likely() {
    float[] likely = new float[2 * slots.size()];
    Arrays.fill(likely, 1f);
    for (int round = 0; round < ROUNDS; round++) {
      float[] counts = new float[likely.length];
      for (Pair pair : pairs) {
        count(pair, likely, counts);
      }
      share(counts);
      likely = counts;
    }
    return likely;
  }

  /** Shares every word of either text among the words of the other. */
  private static void count(Pair pair, float[] likely, float[] counts) {
    // A word may also come from nothing; what is common everywhere must not stick to the rare.
    float[] ofColumn = filled(pair.columns);
    float[] ofRow = filled(pair.rows);
    int next = 0;
    for (int row = 0; row < pair.rows; row++) {
      for (int column = 0; column < pair.columns; column++) {
        int slot = 2 * pair.slots[next++];
        ofColumn[column] += likely[slot];
        ofRow[row] += likely[slot + 1];
      }
    }
    next = 0;
    for (int row = 0; row < pair.rows; row++) {
      for (int column = 0; column < pair.columns; column++) {
        int slot = 2 * pair.slots[next++];
        counts[slot] += likely[slot] / ofColumn[column];
        counts[slot + 1] += likely[slot + 1] / ofRow[row];
      }
    }
  }

  private static float[] filled(int length) {
    float[] filled = new float[length];
    Arrays.fill(filled, LEAST);
    return filled;
  }

  /** Makes counts shares of all that one word is said for. */
  private void share(float[] counts) {
    float[] ofSource = new float[sources.names.size()];
    float[] ofTarget = new float[targets.names.size()];
    for (int slot = 0; slot < slots.size(); slot++) {
      ofSource[slots.source(slot)] += counts[2 * slot];
      ofTarget[slots.target(slot)] += counts[2 * slot + 1];
    }
    // A total of 0 has counts of 0 only.
    for (int slot = 0; slot < slots.size(); slot++) {
      counts[2 * slot] /= Math.max(ofSource[slots.source(slot)], Float.MIN_NORMAL);
      counts[2 * slot + 1] /= Math.max(ofTarget[slots.target(slot)], Float.MIN_NORMAL);
    }
  }
}
