package org.hamsafar.answer;

import java.util.Arrays;
import java.util.List;
import org.hamsafar.language.Folding;
import org.hamsafar.language.Script;

/**
 * What a message looks like to {@link MessageModel}: its words, pairs of words that stand near each
 * other and runs of letters within words, each hashed to one of {@link #BUCKETS}.
 */
final class MessageFeatures {
  static final int BUCKETS = 1 << 16;

  private static final int MAX_WORDS = 120;
  private static final int NEAR = 3;
  private static final int SHORTEST_RUN = 3;
  private static final int LONGEST_RUN = 5;

  private int[] found = new int[256];
  private int size;

  private MessageFeatures() {}

  /** The buckets of {@code text}, sorted, each once. */
  static int[] of(String text) {
    MessageFeatures features = new MessageFeatures();
    List<String> words = Folding.words(text);
    String before = "^";
    for (int i = 0; i < Math.min(words.size(), MAX_WORDS); i++) {
      String word = plain(words.get(i));
      features.add('w', word.hashCode());
      features.add('b', before.hashCode() * 31 + word.hashCode());
      for (int near = 2; near <= NEAR && near <= i; near++) {
        features.add('n', plain(words.get(i - near)).hashCode() * 31 + word.hashCode());
      }
      features.runs("<" + word + ">");
      before = word;
    }
    features.add('b', before.hashCode() * 31 + "$".hashCode());
    return features.sorted();
  }

  /** Latin letters are doubled at will: {@code khaana, khana}. */
  private static String plain(String word) {
    return Script.of(word.codePointAt(0)) == Script.LATIN ? Folding.squeeze(word) : word;
  }

  private void runs(String word) {
    for (int length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
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
    found[size++] = (mixed ^ (mixed >>> 15)) & (BUCKETS - 1);
  }

  private int[] sorted() {
    return Arrays.stream(found, 0, size).sorted().distinct().toArray();
  }
}
