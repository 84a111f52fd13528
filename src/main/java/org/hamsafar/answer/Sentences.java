package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hamsafar.language.Folding;

/** The sentences of a message: people write of several matters at once, one after the other. */
final class Sentences {
  private static final Pattern END = Pattern.compile("[.!?؟۔;؛\\n]+");

  /** A sentence of fewer words goes with the one before. */
  private static final int LEAST_WORDS = 3;

  /** Of a long story the beginning: each sentence is searched for. */
  private static final int MOST = 5;

  private Sentences() {}

  /** None if it is a single one. */
  static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    for (String piece : END.splitAsStream(text).toList()) {
      if (Folding.words(piece).size() >= LEAST_WORDS) {
        sentences.add(piece);
      } else if (!sentences.isEmpty()) {
        sentences.add(sentences.removeLast() + " " + piece);
      }
    }
    return sentences.size() < 2 ? List.of() : sentences.stream().limit(MOST).toList();
  }
}
