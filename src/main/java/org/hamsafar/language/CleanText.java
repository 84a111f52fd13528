package org.hamsafar.language;

import java.text.Normalizer;

/**
 * Text as it may enter the core: NFC, no lone surrogates, no control characters, at most {@link
 * #MAX_LENGTH} UTF-16 units.
 */
public final class CleanText {
  /** Longer messages are cut here: nobody's question is longer, and no work grows beyond it. */
  public static final int MAX_LENGTH = 2000;

  private CleanText() {}

  /** Returns the cleaned text, possibly empty; never fails. */
  public static String of(String raw) {
    String head = raw.length() > 2 * MAX_LENGTH ? raw.substring(0, 2 * MAX_LENGTH) : raw;
    StringBuilder out = new StringBuilder(head.length());
    for (int i = 0; i < head.length(); ) {
      int c = head.codePointAt(i);
      i += Character.charCount(c);
      append(out, c);
    }
    String text = Normalizer.normalize(out, Normalizer.Form.NFC).strip();
    return text.length() <= MAX_LENGTH ? text : text.substring(0, cut(text)).strip();
  }

  private static int cut(String text) {
    return Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
  }

  private static void append(StringBuilder out, int c) {
    switch (Character.getType(c)) {
      case Character.SURROGATE -> out.append('\uFFFD');
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          out.append(c == '\n' || c == 0x2028 || c == 0x2029 ? '\n' : ' ');
      case Character.FORMAT -> {
        if (c == 0x200C) {
          out.appendCodePoint(c);
        }
      }
      default -> out.appendCodePoint(c);
    }
  }
}
