package org.hamsafar.lab;

import java.util.List;
import java.util.stream.IntStream;
import org.hamsafar.language.Folding;
import org.hamsafar.retrieval.WordParts;

/**
 * How much of two texts is written alike: the pairs of letters that they share among all that they
 * have (Dice's coefficient). It tells a text's twin from others that have its words and more.
 *
 * @param pairs in order, each as a number, so that two texts are compared in one walk
 */
record Likeness(List<Integer> pairs) {
  static Likeness of(String text) {
    String letters = WordParts.spaced(Folding.words(text));
    return new Likeness(
        IntStream.range(1, letters.length())
            .map(at -> letters.charAt(at - 1) << Character.SIZE | letters.charAt(at))
            .sorted()
            .boxed()
            .toList());
  }

  int size() {
    return pairs.size();
  }

  /** From 0, nothing shared, to 1. */
  double to(Likeness other) {
    int shared = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < pairs.size() && theirs < other.pairs.size()) {
      int order = pairs.get(mine).compareTo(other.pairs.get(theirs));
      shared += order == 0 ? 1 : 0;
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    return 2.0 * shared / (pairs.size() + other.pairs.size());
  }
}
