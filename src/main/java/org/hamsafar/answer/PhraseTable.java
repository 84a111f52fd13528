package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Phrases and what they stand for; the longest that begins at a word counts. */
final class PhraseTable<T> {
  private final Map<List<String>, T> phrases = new HashMap<>();
  private int longest;

  /** What a phrase stands for, and the words of the text that it is made of. */
  record Met<T>(T meaning, int from, int to) {}

  void put(List<String> phrase, T meaning) {
    if (!phrase.isEmpty()) {
      phrases.putIfAbsent(phrase, meaning);
      longest = Math.max(longest, phrase.size());
    }
  }

  /** All that stand in a text, none within another. */
  List<Met<T>> find(List<String> terms) {
    List<Met<T>> found = new ArrayList<>();
    int at = 0;
    while (at < terms.size()) {
      Optional<Met<T>> met = longest(terms, at);
      met.ifPresent(found::add);
      at = met.map(Met::to).orElse(at + 1);
    }
    return found;
  }

  private Optional<Met<T>> longest(List<String> terms, int at) {
    for (int end = Math.min(terms.size(), at + longest); end > at; end--) {
      T meaning = phrases.get(terms.subList(at, end));
      if (meaning != null) {
        return Optional.of(new Met<>(meaning, at, end));
      }
    }
    return Optional.empty();
  }
}
