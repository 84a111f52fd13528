package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Many patterns, looked up by the word at which a match would begin. */
final class PhraseSet<T> {
  private record Tagged<T>(PhrasePattern pattern, T tag) {}

  private final Map<String, List<Tagged<T>>> byFirstWord = new HashMap<>();

  /** Patterns that may begin with a part of a word: a long message has many words to try. */
  private final Map<Character, List<Tagged<T>>> byFirstLetter = new HashMap<>();

  private final List<Tagged<T>> anywhere = new ArrayList<>();

  void add(PhrasePattern pattern, T tag) {
    Tagged<T> tagged = new Tagged<>(pattern, tag);
    PhrasePattern.First first = pattern.first();
    switch (first) {
      case PhrasePattern.First.AnyWord _ -> anywhere.add(tagged);
      case PhrasePattern.First.Words(Set<String> words) ->
          words.forEach(w -> byFirstWord.computeIfAbsent(w, _ -> new ArrayList<>()).add(tagged));
      case PhrasePattern.First.Letters(Set<Character> letters) ->
          letters.forEach(
              l -> byFirstLetter.computeIfAbsent(l, _ -> new ArrayList<>()).add(tagged));
    }
  }

  /** Calls {@code found} with every tag and the range of words that its pattern covers. */
  void find(List<String> words, BiConsumer<T, Range> found) {
    for (int at = 0; at < words.size(); at++) {
      for (Tagged<T> tagged : byFirstWord.getOrDefault(words.get(at), List.of())) {
        report(tagged, words, at, found);
      }
      for (Tagged<T> tagged : byFirstLetter.getOrDefault(words.get(at).charAt(0), List.of())) {
        report(tagged, words, at, found);
      }
      for (Tagged<T> tagged : anywhere) {
        report(tagged, words, at, found);
      }
    }
  }

  private void report(Tagged<T> tagged, List<String> words, int at, BiConsumer<T, Range> found) {
    int end = tagged.pattern().match(words, at);
    if (end > at) {
      found.accept(tagged.tag(), new Range(at, end));
    }
  }

  /** Words from {@code start} up to, not including, {@code end}. */
  record Range(int start, int end) {
    boolean overlaps(Range other) {
      return start < other.end && other.start < end;
    }
  }
}
