package org.hamsafar.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hamsafar.language.Folding;

/** Where the clauses of a message begin and end, as far as they are parted by punctuation. */
final class Clauses {
  private static final Pattern MARK = Pattern.compile("[,;:.!?]+(?=\\s|$)|[،؛؟\\n]+");

  /** So many words before and after are near; few write every comma. */
  private static final int NEAR = 5;

  private final List<String> words;

  /** The numbers of the words at which a clause begins, and that after the last word. */
  private final Set<Integer> bounds = new HashSet<>();

  /**
   * @param words the first or all folded words of {@code text}
   */
  Clauses(String text, List<String> words) {
    this.words = words;
    int at = 0;
    for (String clause : MARK.splitAsStream(text).toList()) {
      bounds.add(at);
      at += Folding.words(clause).size();
    }
    bounds.add(words.size());
  }

  /** Some words and what is near them in the same clause. */
  String around(PhraseSet.Range range) {
    int from = range.start();
    while (from > 0 && range.start() - from < NEAR && !bounds.contains(from)) {
      from--;
    }
    int to = range.end();
    while (to < words.size() && to - range.end() < NEAR && !bounds.contains(to)) {
      to++;
    }
    return String.join(" ", words.subList(from, to));
  }
}
