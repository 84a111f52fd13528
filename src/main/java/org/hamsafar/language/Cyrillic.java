package org.hamsafar.language;

import java.text.Normalizer;

/**
 * Cyrillic letters as Tajik and Uzbek are typed in Latin ones, so that a question in them is read
 * as Dari or Uzbek in Latin letters: {@code корт} as {@code kort}, {@code ўзбек} as {@code o'zbek}.
 */
final class Cyrillic {
  private static final char FIRST = '\u0400';
  private static final char LAST = '\u04FF';

  /** Letters that Tajik has and Uzbek has not. */
  private static final String TAJIK = "ӣӯҷӢӮҶ";

  private Cyrillic() {}

  /** {@code text} without Cyrillic letters; all other letters as they are. */
  static String toLatin(String text) {
    if (!hasCyrillic(text)) {
      return text;
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    boolean tajik = isTajik(composed);
    StringBuilder latin = new StringBuilder(composed.length() + 8);
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (isCyrillic(c)) {
        latin.append(latin(Character.toLowerCase(c), tajik));
      } else {
        latin.append(c);
      }
    }
    return latin.toString();
  }

  /** Whether {@code text} has letters that only Tajik has, composed. */
  static boolean isTajik(String text) {
    return text.chars().anyMatch(c -> TAJIK.indexOf(c) >= 0);
  }

  private static boolean hasCyrillic(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isCyrillic(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCyrillic(char c) {
    return c >= FIRST && c <= LAST;
  }

  private static String latin(char c, boolean tajik) {
    return switch (c) {
      case 'а' -> "a";
      case 'б' -> "b";
      case 'в' -> "v";
      case 'г' -> "g";
      case 'д' -> "d";
      case 'е', 'э' -> "e";
      case 'ё' -> "yo";
      case 'ж' -> tajik ? "zh" : "j";
      case 'з' -> "z";
      case 'и', 'ӣ', 'ы' -> "i";
      case 'й' -> "y";
      case 'к' -> "k";
      case 'л' -> "l";
      case 'м' -> "m";
      case 'н' -> "n";
      case 'о' -> "o";
      case 'п' -> "p";
      case 'р' -> "r";
      case 'с' -> "s";
      case 'т' -> "t";
      case 'у' -> "u";
      case 'ӯ' -> "o";
      case 'ф' -> "f";
      case 'х' -> tajik ? "kh" : "x";
      case 'ц' -> "ts";
      case 'ч' -> "ch";
      case 'ш', 'щ' -> "sh";
      case 'ю' -> "yu";
      case 'я' -> "ya";
      case 'ў' -> "o'";
      case 'қ' -> "q";
      case 'ғ' -> tajik ? "gh" : "g'";
      case 'ҳ' -> "h";
      case 'ҷ' -> "j";
      default -> "";
    };
  }
}
