package org.hamsafar.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageIdentifierTest {
  private static final LanguageIdentifier IDENTIFIER =
      LanguageIdentifier.learn(LanguageSamples.shipped());

  @ParameterizedTest
  @CsvSource({
    "fa-AF,در آلمان کار کرده می‌توانم؟",
    "fa-AF,برای Anmeldung چه کار کنم",
    "ps,زه په جرمني کې کار کولی شم؟",
    "ur,مجھے رہائشی اجازت نامہ چاہیے",
    "ar,أين أجد عملا في ألمانيا",
    "en,can I work while I wait",
    "de,darf ich hier arbeiten",
    "uz-Latn,George Washington Bridge yopildi",
    "tr,Jennifer Washington Amerika'da yaşıyor",
    "tr,burada çalışabilir miyim",
    "uz-Latn,men bu yerda ishlay olamanmi",
    "fa-AF-Latn,man dar alman kar karda metanam",
    "fa-AF-Latn,ман дар Олмон кор карда метавонам?",
    "fa-AF-Latn,чӣ тавр дар Тоҷикистон ҳуҷҷати паноҳандагӣ мегирам",
    "uz-Latn,мен бу ерда ишлай оламанми",
    "uz-Latn,ўзбекистонда қандай виза олинади",
    "ps-Latn,za pa jarmani ke kar kawalai sham"
  })
  void tellsTheLanguageOfAShortMessage(String tag, String text) {
    assertThat(IDENTIFIER.identify(text).getFirst().language()).isEqualTo(new LanguageTag(tag));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "و", "?", "7", ""})
  void aSingleLetterIsOfEveryLanguage(String text) {
    assertThat(IDENTIFIER.identify(text)).isEmpty();
  }

  @Test
  void lettersOfAnotherScriptTellNothing() {
    assertThat(IDENTIFIER.identify("نامه از Jobcenter رسید"))
        .isEqualTo(IDENTIFIER.identify("نامه از رسید"));
  }

  @Test
  void probabilitiesAddUpWhateverTheText() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(200); n > 0; n--) {
        text.appendCodePoint(random.nextInt(0x700));
      }
      double sum =
          IDENTIFIER.identify(text.toString()).stream()
              .mapToDouble(LanguageIdentifier.Guess::probability)
              .sum();
      assertThat(sum)
          .satisfiesAnyOf(s -> assertThat(s).isZero(), s -> assertThat(s).isBetween(0.999, 1.001));
    }
  }
}
