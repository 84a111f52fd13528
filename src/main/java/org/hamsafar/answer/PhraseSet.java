package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Many patterns, looked up by the word at which a match would begin. */
final class PhraseSet<T> {
  /** Most patterns are never looked at: they are read when their first word comes. */
  private static final class Tagged<T> {
    private final String text;
    private final UnaryOperator<String> fold;
    private final T tag;
    private volatile @Nullable PhrasePattern read;

    Tagged(String text, UnaryOperator<String> fold, T tag) {
      this.text = text;
      this.fold = fold;
      this.tag = tag;
    }

    PhrasePattern pattern() {
      PhrasePattern known = read;
      if (known == null) {
        known = PhrasePattern.parse(text, fold);
        read = known;
      }
      return known;
    }
  }

  /** Beginnings are looked up by so many letters, or all if they have fewer. */
  private static final int HEAD = 3;

  private final Map<String, List<Tagged<T>>> byFirstWord = new HashMap<>();
  private final Map<String, List<Tagged<T>>> byHead = new HashMap<>();
  private final List<Tagged<T>> anywhere = new ArrayList<>();

  /**
   * @param fold the folding of single words, beyond {@link org.hamsafar.language.Folding#fold}
   */
  void add(String pattern, UnaryOperator<String> fold, T tag) {
    Tagged<T> tagged = new Tagged<>(pattern, fold, tag);
    PhrasePattern.First first = PhrasePattern.first(pattern, fold);
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
        found.accept(tagged.tag, new Range(at, end));
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
