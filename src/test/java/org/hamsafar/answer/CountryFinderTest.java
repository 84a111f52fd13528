package org.hamsafar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
class CountryFinderTest {
  private final CountryFinder finder =
      new CountryFinder(
          Core.loader(RealKnowledge.settings()).load().knowledge().countries().values());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "my sister is in Iran, can I bring her to Germany?|DE|DE",
        "my sister is in Iran, can I bring her to Germany?||DE",
        "my sister is in Iran, can I bring her here?|DE|DE",
        "my sister is in Iran, can I bring her here?||",
        "خواهرم در ایران است، او را به آلمان آورده می‌توانم؟||DE",
        "خور مې په ایران کې ده، جرمني ته یې راوستلی شم؟|DE|DE",
        "bring wife from Pakistan to Canada||CA",
        "I came from Pakistan, can I work|DE|DE",
        "how do I get a visa from Pakistan||PK",
        "I am in Iran, where do I register|DE|IR",
        "what help is there for my mother in Iran|DE|IR",
        "can I work in Germany||DE",
        "Almanya'ya nasıl giderim||DE",
        "my husband was taken in Rawalpindi yesterday||PK",
        "da canada PR darom, zanam da pakistan ast, chetor biarom||CA",
        "my German is bad|AT|AT",
        "my German is bad, where is a course in Vienna||AT",
        "a visa from the German embassy|PK|PK",
        "دایمي اقامې لپاره B1 جرمني ضرور ده؟|AT|AT",
        "د جرمني ژبې کورس|AT|AT",
        "خانه کرایی در هامبورگ||DE",
        "can I work|DE|DE"
      })
  void theCountryThatIsMeant(String text, String chosen, String expected) {
    assertThat(finder.find(text).over(Optional.ofNullable(chosen)))
        .isEqualTo(Optional.ofNullable(expected));
  }
}
