package org.hamsafar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.hamsafar.knowledge.Body;
import org.hamsafar.language.LanguageTag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has read a text and asks on about it gets the point, not the whole once more. */
@TestInstance(Lifecycle.PER_CLASS)
class PointsTest {
  private final Core core = RealKnowledge.open();

  @AfterAll
  void close() {
    core.close();
  }

  private Answer ask(String text, String language, Optional<String> thread, String country) {
    return core.answerer()
        .answer(
            Question.of(text)
                .withLanguage(Optional.of(new LanguageTag(language)))
                .withCountry(Optional.of(country))
                .withThread(thread))
        .answer();
  }

  private Answer after(String entry, String text, String language) {
    return ask(text, language, Optional.of(entry), entry.substring(0, 2).toUpperCase(Locale.ROOT));
  }

  @ParameterizedTest
  @CsvSource({
    "gb/asylum/refusal-appeal, en, how many days do I have?, 14 calendar days",
    "ca/housing/rent, en, what number can I call, 211",
    "de/driving/licence, en, where do I go, licence office",
    "ca/citizenship/become-citizen, fa-AF, emtehan az chand sala ast, از سن 18",
    "nl/family/nareis, fa-AF, جواب تا چند وقت میایه؟, وقت قانونی 6 ماه",
    "de/driving/licence, ps, تر کله په خپل لیسنس چلولی شم, 6 میاشتې",
  })
  void thePointIsShown(String entry, String language, String text, String point) {
    Answer answer = after(entry, text, language);
    assertThat(answer).isInstanceOf(Answer.Detail.class);
    assertThat(((Answer.Detail) answer).points())
        .hasSizeBetween(1, 3)
        .extracting(Body.Block::plain)
        .anySatisfy(shown -> assertThat(shown).contains(point));
  }

  @ParameterizedTest
  @CsvSource({
    "tr/work/work-permit, en, how much is the fee for it",
    "ca/driving/licence, fa-AF, امتحانش چند دالر میشه",
    "fr/first-steps/domiciliation, ps, د ټیلیفون نمبر یې شته؟",
  })
  void whatTheTextDoesNotTellIsSaidToBeMissing(String entry, String language, String text) {
    Answer answer = after(entry, text, language);
    assertThat(answer).isInstanceOf(Answer.Detail.class);
    assertThat(((Answer.Detail) answer).points()).isEmpty();
  }

  @Test
  void aFirstQuestionGetsTheWholeText() {
    assertThat(ask("how much does the driving licence cost", "en", Optional.empty(), "DE"))
        .isInstanceOf(Answer.Answered.class);
  }

  @Test
  void anotherMatterIsNotTakenForAPointOfTheOneBefore() {
    assertThat(after("de/driving/licence", "how do I open a bank account", "en"))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            a -> assertThat(a.entry().id()).isEqualTo("de/money/bank-account"));
  }

  @Test
  void dangerComesFirst() {
    assertThat(after("de/driving/licence", "how long until I can kill myself", "en"))
        .isInstanceOf(Answer.Crisis.class);
  }
}
