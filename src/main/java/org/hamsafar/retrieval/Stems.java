package org.hamsafar.retrieval;

import java.util.List;

/**
 * Light stemming of folded words: what is said of one thing and of many should meet; words of
 * different meaning should not. In doubt a word is left as it is.
 */
final class Stems {
  private static final List<String> DARI_ENDINGS =
      List.of(
          "هایشان", "هایتان", "هایمان", "هایم", "هایت", "هایش", "هایی", "های", "ها", "ترین", "تر");

  /** After the plural: ties of persons, other plurals, the ezafe's and the verbs' endings. */
  private static final List<String> DARI_TIES =
      List.of(
          "شان", "تان", "مان", "یان", "گان", "ات", "ان", "ین", "ای", "ام", "اش", "ند", "یم", "ید",
          "ی", "ه", "ش", "م", "ت", "د");

  private static final List<String> PASHTO_ENDINGS =
      List.of("گانو", "گانی", "ونو", "ونه", "انو", "ان", "وال", "و", "ی", "ه");
  private static final List<String> TURKISH_ENDINGS =
      List.of(
          "larinda", "lerinde", "larini", "lerini", "lari", "leri", "lar", "ler", "imi", "umu",
          "ini", "unu", "nin", "nun", "im", "um", "in", "un", "yi", "yu", "ya", "ye", "da", "de",
          "ta", "te", "dan", "den", "i", "u", "a", "e");
  private static final List<String> UZBEK_ENDINGS =
      List.of(
          "larni", "larga", "larda", "lari", "lar", "ning", "imni", "ini", "dan", "tan", "ga", "ka",
          "da", "ta", "ni", "im", "si", "i");
  private static final List<String> GERMAN_ENDINGS =
      List.of("ungen", "ern", "em", "en", "er", "es", "e", "s", "n");
  private static final List<String> FRENCH_ENDINGS = List.of("eaux", "aux", "es", "s", "x", "e");
  private static final List<String> NORDIC_ENDINGS =
      List.of("arna", "erna", "orna", "ande", "ar", "er", "or", "en", "et", "an", "a", "e", "s");
  private static final List<String> URDU_ENDINGS = List.of("یوں", "یاں", "وں", "یں", "ی", "ه");

  private Stems() {}

  static String dari(String word) {
    String base = word;
    if (base.length() > 5 && base.startsWith("نمی")) {
      base = base.substring(3);
    } else if (base.length() > 4 && base.startsWith("می") && !base.startsWith("میل")) {
      base = base.substring(2);
    }
    return strip(strip(base, DARI_ENDINGS, 3), DARI_TIES, 3);
  }

  static String pashto(String word) {
    return strip(word, PASHTO_ENDINGS, 3);
  }

  static String urdu(String word) {
    return strip(word, URDU_ENDINGS, 3);
  }

  static String turkish(String word) {
    return strip(word, TURKISH_ENDINGS, 4);
  }

  static String uzbek(String word) {
    return strip(word, UZBEK_ENDINGS, 4);
  }

  static String german(String word) {
    return strip(word, GERMAN_ENDINGS, 4);
  }

  static String french(String word) {
    return strip(word, FRENCH_ENDINGS, 4);
  }

  static String nordic(String word) {
    return strip(word, NORDIC_ENDINGS, 4);
  }

  private static String strip(String word, List<String> endings, int keep) {
    for (String ending : endings) {
      if (word.length() >= keep + ending.length() && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
