package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hamsafar.language.Folding;
import org.hamsafar.language.Script;
import org.hamsafar.language.SoundKey;

/**
 * What a message looks like to {@link MessageModel}: its words, pairs of words that stand near each
 * other and runs of letters within words, each hashed to one of some buckets; and the same of how
 * the words sound, in which Dari in its own and in Latin letters meet.
 */
final class MessageFeatures {
  private static final int MAX_WORDS = 120;
  private static final int SHORTEST_RUN = 3;

  /** So many consonants, one after the other. */
  private static final int SOUNDS = 3;

  /** Fewer consonants than these are those of many words. */
  private static final int FEWEST_SOUNDS = 2;

  /** Stands before the first word. */
  private static final String BEGINNING = "^";

  /** Stands after the last. */
  private static final String END = "$";

  private final List<String> words;

  /** How each of them sounds. */
  private final List<String> sounds;

  private final Grain grain;
  private int[] found = new int[256];
  private int size;

  /**
   * How closely a message is looked at.
   *
   * @param near pairs of words as written, at most so far from each other; 0 for none
   * @param longestRun letters
   * @param buckets a power of two
   */
  record Grain(int near, int longestRun, int buckets) {}

  private MessageFeatures(String text, Grain grain) {
    this.words = Folding.words(text).stream().limit(MAX_WORDS).map(MessageFeatures::plain).toList();
    this.sounds = words.stream().map(SoundKey::of).toList();
    this.grain = grain;
  }

  /** The buckets of {@code text}, sorted, each once. */
  static int[] of(String text, Grain grain) {
    MessageFeatures features = new MessageFeatures(text, grain);
    for (int i = 0; i < features.words.size(); i++) {
      features.addWord(i);
    }
    features.addEnd();
    return features.taken();
  }

  /** The buckets of each word of {@code text}, sorted, each once. */
  static List<int[]> byWord(String text, Grain grain) {
    MessageFeatures features = new MessageFeatures(text, grain);
    List<int[]> all = new ArrayList<>(features.words.size());
    for (int i = 0; i < features.words.size(); i++) {
      features.addWord(i);
      all.add(features.taken());
    }
    return all;
  }

  private void addWord(int at) {
    String word = words.get(at);
    add('w', word.hashCode());
    for (int near = 1; near <= grain.near() && near <= at + 1; near++) {
      add(near == 1 ? 'b' : 'n', pair(before(words, at, near), word));
    }
    addRuns('r', "<" + word + ">", SHORTEST_RUN, grain.longestRun());
    String sound = sounds.get(at);
    add('t', pair(before(sounds, at, 1), sound));
    if (sound.length() >= FEWEST_SOUNDS) {
      add('s', sound.hashCode());
    }
    addRuns('S', sound, SOUNDS, SOUNDS);
  }

  private void addEnd() {
    add('b', pair(words.isEmpty() ? BEGINNING : words.getLast(), END));
  }

  private static String before(List<String> all, int at, int near) {
    return at < near ? BEGINNING : all.get(at - near);
  }

  private static int pair(String before, String word) {
    return before.hashCode() * 31 + word.hashCode();
  }

  /** Latin letters are doubled at will: {@code khaana, khana}. */
  private static String plain(String word) {
    return Script.of(word.codePointAt(0)) == Script.LATIN ? Folding.squeeze(word) : word;
  }

  private void addRuns(char kind, String word, int shortest, int longest) {
    for (int length = shortest; length <= longest; length++) {
      for (int at = 0; at + length <= word.length(); at++) {
        add(kind, word.substring(at, at + length).hashCode());
      }
    }
  }

  private void add(char kind, int hash) {
    if (size == found.length) {
      found = Arrays.copyOf(found, 2 * size);
    }
    int mixed = (hash * 31 + kind) * 0x9E3779B1;
    found[size++] = (mixed ^ (mixed >>> 15)) & (grain.buckets() - 1);
  }

  /** What was added since it was last asked. */
  private int[] taken() {
    int[] taken = Arrays.stream(found, 0, size).sorted().distinct().toArray();
    size = 0;
    return taken;
  }
}
