package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Many patterns, looked up by the word at which a match would begin. */
final class PhraseSet<T> {
  private record Tagged<T>(PhrasePattern pattern, T tag) {}

  /** Beginnings are looked up by so many letters, or all if they have fewer. */
  private static final int HEAD = 3;

  private final Map<String, List<Tagged<T>>> byFirstWord = new HashMap<>();
  private final Map<String, List<Tagged<T>>> byHead = new HashMap<>();
  private final List<Tagged<T>> anywhere = new ArrayList<>();

  void add(PhrasePattern pattern, T tag) {
    Tagged<T> tagged = new Tagged<>(pattern, tag);
    PhrasePattern.First first = pattern.first();
    if (first.words().isEmpty() && first.beginnings().isEmpty()) {
      anywhere.add(tagged);
    }
    first.words().forEach(w -> put(byFirstWord, w, tagged));
    first.beginnings().stream()
        .map(b -> head(b, HEAD))
        .distinct()
        .forEach(h -> put(byHead, h, tagged));
  }

  private void put(Map<String, List<Tagged<T>>> map, String key, Tagged<T> tagged) {
    map.computeIfAbsent(key, _ -> new ArrayList<>()).add(tagged);
  }

  private static String head(String word, int length) {
    return word.substring(0, Math.min(length, word.length()));
  }

  /**
   * Calls {@code found} with every tag and the range of words that its pattern covers, for some
   * more than once.
   */
  void find(List<String> words, BiConsumer<T, Range> found) {
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      report(byFirstWord.getOrDefault(word, List.of()), words, at, found);
      for (int length = 1; length <= Math.min(HEAD, word.length()); length++) {
        report(byHead.getOrDefault(head(word, length), List.of()), words, at, found);
      }
      report(anywhere, words, at, found);
    }
  }

  private void report(
      List<Tagged<T>> patterns, List<String> words, int at, BiConsumer<T, Range> found) {
    for (Tagged<T> tagged : patterns) {
      int end = tagged.pattern().match(words, at);
      if (end > at) {
        found.accept(tagged.tag(), new Range(at, end));
      }
    }
  }

  /** Words from {@code start} up to, not including, {@code end}. */
  record Range(int start, int end) {
    boolean overlaps(Range other) {
      return start < other.end && other.start < end;
    }
  }
}
