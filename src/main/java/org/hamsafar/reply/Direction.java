package org.hamsafar.reply;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the order of right-to-left text that has Latin words, numbers and addresses in it, where
 * the {@code dir} attribute is not to be had.
 */
final class Direction {
  private static final char RIGHT_TO_LEFT_MARK = '\u200F';
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  /** Latin words and numbers with what stands between them; brackets and full stops stay out. */
  private static final Pattern LEFT_TO_RIGHT =
      Pattern.compile(
          "[+(]?[\\p{IsLatin}\\d][\\p{IsLatin}\\p{M}\\d@:/._+&%=?#'’()-]*"
              + "(?:[ ,]+[+(]?[\\p{IsLatin}\\d][\\p{IsLatin}\\p{M}\\d@:/._+&%=?#'’()-]*)*"
              + "(?<=[\\p{IsLatin}\\d)/])");

  private Direction() {}

  /** Isolates left-to-right runs of a right-to-left text. */
  static String isolate(String text) {
    Matcher runs = LEFT_TO_RIGHT.matcher(text);
    StringBuilder out = new StringBuilder();
    while (runs.find()) {
      runs.appendReplacement(
          out, Matcher.quoteReplacement(FIRST_STRONG_ISOLATE + runs.group() + POP_ISOLATE));
    }
    return runs.appendTail(out).toString();
  }

  /** Begins a line with a strong right-to-left character if its first letter is none. */
  static String begin(String line) {
    for (int i = 0; i < line.length(); i++) {
      switch (Character.getDirectionality(line.charAt(i))) {
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
          return line;
        }
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
          return RIGHT_TO_LEFT_MARK + line;
        }
        default -> {}
      }
    }
    return line;
  }
}
