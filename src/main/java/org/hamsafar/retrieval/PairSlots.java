package org.hamsafar.retrieval;

import java.util.Arrays;

/** Numbers pairs of small numbers in the order of their first coming; open addressing. */
final class PairSlots {
  private static final long NONE = -1;

  private long[] table = filled(1 << 16);
  private int[] numbers = new int[1 << 16];
  private long[] pairs = new long[1 << 15];
  private int size;

  private static long[] filled(int length) {
    long[] table = new long[length];
    Arrays.fill(table, NONE);
    return table;
  }

  int size() {
    return size;
  }

  int source(int slot) {
    return (int) (pairs[slot] >>> 32);
  }

  int target(int slot) {
    return (int) pairs[slot];
  }

  /** The number of a pair, a new one if it was not there. */
  int add(int source, int target) {
    long pair = pair(source, target);
    int place = place(pair);
    if (table[place] == pair) {
      return numbers[place];
    }
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * size);
      grow();
      place = place(pair);
    }
    table[place] = pair;
    numbers[place] = size;
    pairs[size] = pair;
    return size++;
  }

  private static long pair(int source, int target) {
    return ((long) source << 32) | target;
  }

  private int place(long pair) {
    int mask = table.length - 1;
    long mixed = pair * 0x9E3779B97F4A7C15L;
    int place = (int) (mixed >>> 32) & mask;
    while (table[place] != NONE && table[place] != pair) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    table = filled(4 * size);
    numbers = new int[4 * size];
    for (int slot = 0; slot < size; slot++) {
      int place = place(pairs[slot]);
      table[place] = pairs[slot];
      numbers[place] = slot;
    }
  }
}
