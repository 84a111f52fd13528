package org.hamsafar.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;

/**
 * How likely a language writes a run of letters: runs of up to four letters, each order smoothed by
 * the next shorter one (Witten and Bell, 1991). Learns from little text.
 */
final class LetterModel {
  private static final int LONGEST = 4;
  private static final double ALPHABET = 200;

  private int[] keys = new int[1 << 12];
  private int[] counts = new int[1 << 12];
  private int[] followers = new int[1 << 12];
  private int[] kinds = new int[1 << 12];
  private int size;
  private int letters;
  private int differentLetters;

  LetterModel(Collection<String> texts) {
    for (String text : texts) {
      learn(text);
    }
  }

  /** Reads what {@link #write} has written. */
  LetterModel(DataInput in) throws IOException {
    letters = in.readInt();
    differentLetters = in.readInt();
    int[] runs = new int[in.readInt()];
    byte[] bytes = new byte[runs.length * Integer.BYTES];
    in.readFully(bytes);
    ByteBuffer.wrap(bytes).asIntBuffer().get(runs);
    while (keys.length < runs.length / 2) {
      grow();
    }
    for (int at = 0; at < runs.length; at += 4) {
      int place = add(runs[at]);
      counts[place] = runs[at + 1];
      followers[place] = runs[at + 2];
      kinds[place] = runs[at + 3];
    }
  }

  /** Writes what was learned: four numbers a run. */
  void write(DataOutput out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * size * Integer.BYTES);
    for (int place = 0; place < keys.length; place++) {
      if (keys[place] != 0) {
        bytes.putInt(keys[place]);
        bytes.putInt(counts[place]);
        bytes.putInt(followers[place]);
        bytes.putInt(kinds[place]);
      }
    }
    out.writeInt(letters);
    out.writeInt(differentLetters);
    out.writeInt(4 * size);
    out.write(bytes.array());
  }

  private void learn(String text) {
    for (int end = 0; end < text.length(); end++) {
      for (int n = 1; n <= LONGEST && n <= end + 1; n++) {
        int place = add(hash(text, end + 1 - n, end + 1));
        boolean first = counts[place]++ == 0;
        if (n == 1) {
          letters++;
          differentLetters += first ? 1 : 0;
        } else {
          int context = add(hash(text, end + 1 - n, end));
          followers[context]++;
          kinds[context] += first ? 1 : 0;
        }
      }
    }
  }

  /**
   * The numbers of all runs of a text, to be compared with several models: for each letter those of
   * the runs of one to four letters that end with it, then of their beginnings without it.
   */
  static int[] runs(String text) {
    int[] runs = new int[text.length() * 2 * LONGEST];
    for (int end = 0; end < text.length(); end++) {
      for (int n = 1; n <= LONGEST && n <= end + 1; n++) {
        int at = 2 * LONGEST * end + n - 1;
        runs[at] = hash(text, end + 1 - n, end + 1);
        runs[at + LONGEST] = hash(text, end + 1 - n, end);
      }
    }
    return runs;
  }

  /**
   * Logarithm of the probability of a text, of letters and single spaces.
   *
   * @param runs of the text
   */
  double logProbability(int[] runs) {
    double sum = 0;
    for (int end = 1; end < runs.length / (2 * LONGEST); end++) {
      sum += Math.log(probability(runs, end));
    }
    return sum;
  }

  private double probability(int[] runs, int end) {
    int at = 2 * LONGEST * end;
    int one = find(runs[at]);
    double p = (count(one) + differentLetters / ALPHABET) / (letters + differentLetters + 1.0);
    for (int n = 2; n <= LONGEST && n <= end + 1; n++) {
      int context = find(runs[at + LONGEST + n - 1]);
      if (context < 0 || followers[context] == 0) {
        break;
      }
      int run = find(runs[at + n - 1]);
      p = (count(run) + kinds[context] * p) / (followers[context] + kinds[context]);
    }
    return p;
  }

  private int count(int place) {
    return place < 0 ? 0 : counts[place];
  }

  private static int hash(String text, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 0x01000193 + text.charAt(i);
    }
    hash *= 0x9E3779B1;
    hash ^= hash >>> 15;
    return hash == 0 ? 1 : hash;
  }

  private int find(int key) {
    int place = place(key);
    return keys[place] == key ? place : -1;
  }

  private int place(int key) {
    int mask = keys.length - 1;
    int place = ((key * 0x85EBCA6B) >>> 8) & mask;
    while (keys[place] != 0 && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private int add(int key) {
    int place = place(key);
    if (keys[place] == key) {
      return place;
    }
    if (2 * size >= keys.length) {
      grow();
      place = place(key);
    }
    keys[place] = key;
    size++;
    return place;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldCounts = counts;
    int[] oldFollowers = followers;
    int[] oldKinds = kinds;
    keys = new int[2 * oldKeys.length];
    counts = Arrays.copyOf(keys, keys.length);
    followers = Arrays.copyOf(keys, keys.length);
    kinds = Arrays.copyOf(keys, keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        counts[place] = oldCounts[i];
        followers[place] = oldFollowers[i];
        kinds[place] = oldKinds[i];
      }
    }
  }
}
