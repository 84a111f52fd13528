package org.hamsafar.answer;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hamsafar.language.Folding;

/** Where the clauses of a message begin and end, as far as they are parted by punctuation. */
final class Clauses {
  private static final Pattern MARK = Pattern.compile("[,;:.!?]+(?=\\s|$)|[،؛؟\\n]+");

  /** So many words before and after are near; few write every comma. */
  private static final int NEAR = 5;

  private final List<String> words;

  /** The numbers of the words at which a clause begins, and that after the last word. */
  private final NavigableSet<Integer> bounds = new TreeSet<>();

  /**
   * @param words the first or all folded words of {@code text}
   */
  Clauses(String text, List<String> words) {
    this.words = words;
    bounds.add(0);
    int at = 0;
    for (String clause : MARK.splitAsStream(text).toList()) {
      at += Folding.words(clause).size();
      bounds.add(Math.min(at, words.size()));
    }
    bounds.add(words.size());
  }

  /** Some words and what is near them in the same clause. */
  String around(PhraseSet.Range range) {
    int from = Math.max(before(range.start()), range.start() - NEAR);
    int to = Math.min(after(range.end()), range.end() + NEAR);
    return String.join(" ", words.subList(from, to));
  }

  private int before(int word) {
    Integer bound = bounds.floor(word);
    return bound == null ? 0 : bound;
  }

  private int after(int word) {
    Integer bound = bounds.ceiling(word);
    return bound == null ? words.size() : bound;
  }
}
