package org.hamsafar.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Folds what looks or is typed alike: case, diacritics, the yehs, kafs and hehs of the Arabic,
 * Persian, Pashto and Urdu keyboards, the retroflex and affricate letters of Pashto with what
 * people type in their place, all digits, apostrophes, ZWNJ, the Cyrillic letters of Tajik and
 * Uzbek.
 */
public final class Folding {
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?؟۔;؛])\\s+|[\\n؟]+");

  private Folding() {}

  /** The folded form; words stay separated by what separated them. */
  public static String fold(String text) {
    String wide = wide(Cyrillic.toLatin(text)).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(wide.length());
    for (int i = 0; i < wide.length(); i++) {
      appendFolded(out, wide.charAt(i));
    }
    return out.toString();
  }

  private static String wide(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
      }
    }
    return text;
  }

  private static void appendFolded(StringBuilder out, char c) {
    if (c < 0x80) {
      if (c != '\'' && c != '`') {
        out.append(c);
      }
      return;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || c == '\u0640' || isApostrophe(c)) {
      return;
    }
    switch (c) {
      case '\u200C' -> out.append(' ');
      case 'ß' -> out.append("ss");
      case 'æ' -> out.append("ae");
      case 'ø' -> out.append('o');
      default -> out.append(type == Character.DECIMAL_DIGIT_NUMBER ? digit(c) : letter(c));
    }
  }

  private static boolean isApostrophe(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u02BB', '\u02BC', '\u02BF', '\u00B4' -> true;
      default -> false;
    };
  }

  private static char digit(char c) {
    return (char) ('0' + Character.digit(c, 10));
  }

  private static char letter(char c) {
    return switch (c) {
      case 'ı' -> 'i';
      case 'ي', 'ى', 'ې', 'ۍ', 'ے', 'ۓ', 'ئ', 'ێ' -> 'ی';
      case 'ك', 'ڪ' -> 'ک';
      case 'ګ', 'ڭ' -> 'گ';
      case 'ة', 'ۀ', 'ہ', 'ھ', 'ە', 'ۂ', 'ۃ' -> 'ه';
      case 'آ', 'أ', 'إ', 'ٱ' -> 'ا';
      case 'ؤ', 'ۋ', 'ۆ', 'ۇ' -> 'و';
      case 'ډ', 'ڈ' -> 'د';
      case 'ټ', 'ٹ' -> 'ت';
      case 'ړ', 'ڑ' -> 'ر';
      case 'ڼ', 'ڻ', 'ں' -> 'ن';
      case 'ښ' -> 'ش';
      case 'ځ' -> 'ز';
      case 'څ' -> 'س';
      case 'ږ' -> 'ژ';
      default -> c;
    };
  }

  /** The sentences of a text, as far as it has marks between them. */
  public static List<String> sentences(String text) {
    return SENTENCE_END.splitAsStream(text).filter(s -> !s.isBlank()).toList();
  }

  /** The folded words of {@code text}: runs of letters and digits. */
  public static List<String> words(String text) {
    String folded = fold(text);
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= folded.length(); i++) {
      boolean inWord = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        words.add(folded.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  /** {@code word} with every run of one letter squeezed to a single one: {@code khaana → khana}. */
  public static String squeeze(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      if (i == 0 || word.charAt(i) != word.charAt(i - 1) || Character.isDigit(word.charAt(i))) {
        out.append(word.charAt(i));
      }
    }
    return out.toString();
  }
}
