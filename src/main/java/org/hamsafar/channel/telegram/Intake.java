package org.hamsafar.channel.telegram;

/** Makes a text safe to store and to look at. */
final class Intake {
  /** Telegram's own limit for a message, in UTF-16 units; more comes from somewhere else. */
  private static final int LIMIT = 4096;

  private Intake() {}

  /** At most {@value #LIMIT} UTF-16 units; lone surrogates become U+FFFD. */
  static String text(String text) {
    int end = Math.min(text.length(), LIMIT);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder out = new StringBuilder(end);
    text.substring(0, end)
        .codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
