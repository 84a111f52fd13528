package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hamsafar.language.Folding;
import org.hamsafar.language.Script;

/**
 * What a message looks like to {@link MessageModel}: its words, pairs of words that stand near each
 * other and runs of letters within words, each hashed to one of some buckets.
 */
final class MessageFeatures {
  private static final int MAX_WORDS = 120;
  private static final int SHORTEST_RUN = 3;

  /** Stands before the first word. */
  private static final String BEGINNING = "^";

  private final int buckets;
  private int[] found = new int[256];
  private int size;

  /**
   * How closely a message is looked at.
   *
   * @param near pairs of words at most so far from each other
   * @param longestRun letters
   * @param buckets a power of two
   */
  record Grain(int near, int longestRun, int buckets) {}

  private MessageFeatures(int buckets) {
    this.buckets = buckets;
  }

  /** The buckets of {@code text}, sorted, each once. */
  static int[] of(String text, Grain grain) {
    MessageFeatures features = new MessageFeatures(grain.buckets());
    List<String> words = words(text);
    for (int i = 0; i < words.size(); i++) {
      features.word(words, i, grain);
    }
    String last = words.isEmpty() ? BEGINNING : words.getLast();
    features.add('b', last.hashCode() * 31 + "$".hashCode());
    return features.sorted();
  }

  /** The buckets of each word of {@code text}, sorted, each once. */
  static List<int[]> byWord(String text, Grain grain) {
    List<String> words = words(text);
    List<int[]> all = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      MessageFeatures features = new MessageFeatures(grain.buckets());
      features.word(words, i, grain);
      all.add(features.sorted());
    }
    return all;
  }

  private static List<String> words(String text) {
    return Folding.words(text).stream().limit(MAX_WORDS).map(MessageFeatures::plain).toList();
  }

  private void word(List<String> words, int at, Grain grain) {
    String word = words.get(at);
    String before = at == 0 ? BEGINNING : words.get(at - 1);
    add('w', word.hashCode());
    add('b', before.hashCode() * 31 + word.hashCode());
    for (int near = 2; near <= grain.near() && near <= at; near++) {
      add('n', words.get(at - near).hashCode() * 31 + word.hashCode());
    }
    runs("<" + word + ">", grain.longestRun());
  }

  /** Latin letters are doubled at will: {@code khaana, khana}. */
  private static String plain(String word) {
    return Script.of(word.codePointAt(0)) == Script.LATIN ? Folding.squeeze(word) : word;
  }

  private void runs(String word, int longest) {
    for (int length = SHORTEST_RUN; length <= longest; length++) {
      for (int at = 0; at + length <= word.length(); at++) {
        add('r', word.substring(at, at + length).hashCode());
      }
    }
  }

  private void add(char kind, int hash) {
    if (size == found.length) {
      found = Arrays.copyOf(found, 2 * size);
    }
    int mixed = (hash * 31 + kind) * 0x9E3779B1;
    found[size++] = (mixed ^ (mixed >>> 15)) & (buckets - 1);
  }

  private int[] sorted() {
    return Arrays.stream(found, 0, size).sorted().distinct().toArray();
  }
}
