package org.hamsafar.language;

/**
 * A key under which a word of Dari or Pashto meets its spellings in Latin letters: its consonants
 * in classes of equal sound. {@code کار}, {@code kar} and {@code kaar} all give {@code kr}; {@code
 * خانه} and {@code khana} give {@code xn}.
 *
 * <p>Vowels, and w and y inside a word, are left out because people spell them in every way. Keys
 * are for finding candidates; they are not a transliteration to show.
 */
public final class SoundKey {
  private SoundKey() {}

  /** The key of one folded word in either script; empty if it has no consonant but vowels only. */
  public static String of(String foldedWord) {
    StringBuilder key = new StringBuilder();
    int length = foldedWord.length();
    for (int i = 0; i < length; i++) {
      char c = foldedWord.charAt(i);
      char next = i + 1 < length ? foldedWord.charAt(i + 1) : 0;
      char sound = c < 0x80 ? latin(c, next) : arabic(c);
      if (isDigraph(c, next)) {
        i++;
      }
      boolean last = i == length - 1;
      if (sound == 'h' && last && key.length() > 0) {
        continue;
      }
      append(key, sound);
    }
    return key.toString();
  }

  private static void append(StringBuilder key, char sound) {
    boolean first = key.isEmpty();
    switch (sound) {
      case 0 -> {}
      case 'a' -> {
        if (first) {
          key.append('a');
        }
      }
      case 'w', 'y' -> {
        if (first) {
          key.append(sound);
        }
      }
      default -> {
        if (first || key.charAt(key.length() - 1) != sound || Character.isDigit(sound)) {
          key.append(sound);
        }
      }
    }
  }

  private static boolean isDigraph(char c, char next) {
    return (next == 'h' && "kgscz".indexOf(c) >= 0)
        || (c == 't' && next == 's')
        || (c == 'd' && next == 'z');
  }

  private static char latin(char c, char next) {
    if (isDigraph(c, next)) {
      return switch (c) {
        case 'k' -> 'x';
        case 'g' -> 'q';
        case 's' -> 'S';
        case 'c' -> 'C';
        case 't' -> 's';
        default -> 'z';
      };
    }
    return switch (c) {
      case 'a', 'e', 'i', 'o', 'u', '3' -> 'a';
      case 'v', 'w' -> 'w';
      case 'c' -> 'k';
      case '7' -> 'h';
      default -> c;
    };
  }

  private static char arabic(char c) {
    return switch (c) {
      case 'ا', 'ع', 'ء' -> 'a';
      case 'و' -> 'w';
      case 'ی' -> 'y';
      case 'ب' -> 'b';
      case 'پ' -> 'p';
      case 'ت', 'ط' -> 't';
      case 'ث', 'س', 'ص' -> 's';
      case 'ج' -> 'j';
      case 'چ' -> 'C';
      case 'ح', 'ه' -> 'h';
      case 'خ' -> 'x';
      case 'د' -> 'd';
      case 'ذ', 'ز', 'ض', 'ظ', 'ژ' -> 'z';
      case 'ر' -> 'r';
      case 'ش' -> 'S';
      case 'غ', 'ق' -> 'q';
      case 'ف' -> 'f';
      case 'ک' -> 'k';
      case 'گ' -> 'g';
      case 'ل' -> 'l';
      case 'م' -> 'm';
      case 'ن' -> 'n';
      default -> Character.isDigit(c) ? c : 0;
    };
  }
}
