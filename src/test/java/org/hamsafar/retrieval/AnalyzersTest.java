package org.hamsafar.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.hamsafar.language.LanguageTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyzersTest {
  private static final String[] PIECES = {
    "می‌",
    "ها",
    "ۍ",
    "ې",
    "ي",
    "ك",
    "ـ",
    "\u200C",
    "\u0651",
    "۱۲",
    "٣",
    "'",
    "ʻ",
    "’",
    "İ",
    "ı",
    "ß",
    "ä",
    "straße",
    "oʻzbek",
    "Ў",
    "ғ",
    "\uD83D\uDE00",
    "\uD83D",
    "\u202E",
    " ",
    "\n",
    "a",
    "Anmeldung",
    "د",
    "ښوونځي",
    "\uFFFD",
    "ﷺ",
    "𐊀"
  };

  private final Analyzers analyzers = new Analyzers();

  @AfterEach
  void close() {
    analyzers.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fa-AF|مکتب‌ها و مکتب ها|مکتب و مکتب",
        "fa-AF|كتاب هاي کتاب‌های|کتاب کتاب",
        "ps|ښوونځي ښوونځی|شوونز شوونز",
        "ps|کډوال کډوالو|کدوال کدوال",
        "ur|ہسپتال هسپتال|هسپتال هسپتال",
        "tr|Kimlik kimliğim|kimlik kimlig",
        "tr|İkamet IKAMET|ikamet ikamet",
        "de|Straße Strasse|strass strass",
        "de|Wohnung Wohnungen|wohnung wohn",
        "en|working works|work work",
        "uz-Latn|oʻzbek o‘zbek o'zbek|ozbek ozbek ozbek",
        "fa-AF-Latn|kar kaar|~kr ~kr",
        "sv|uppehållstillstånd|uppehallstillstand",
        "fr|papiers papier|papier papier"
      })
  void wordsMeetInTheseTerms(String tag, String text, String terms) {
    assertThat(analyzers.terms(new LanguageTag(tag), text)).isEqualTo(List.of(terms.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fa-AF",
        "fa",
        "ps",
        "uz-Latn",
        "uz-Arab",
        "uz-Cyrl",
        "ur",
        "ar",
        "tr",
        "de",
        "en",
        "fr",
        "sv",
        "nl",
        "tg",
        "fa-AF-Latn",
        "ps-Latn"
      })
  void anyTextGivesTermsOfUsableLength(String tag) {
    Random random = new Random(20261128);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(
            random.nextInt(4) == 0
                ? Character.toString(random.nextInt(0x3000))
                : PIECES[random.nextInt(PIECES.length)]);
      }
      assertThat(analyzers.terms(new LanguageTag(tag), text.toString()))
          .allSatisfy(term -> assertThat(term).isNotEmpty().hasSizeLessThan(200));
    }
  }

  @Test
  void aVeryLongWordIsCutAndNotLost() {
    assertThat(analyzers.terms(LanguageTag.ENGLISH, "x".repeat(5000))).isNotEmpty();
  }
}
