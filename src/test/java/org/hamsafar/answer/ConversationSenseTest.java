package org.hamsafar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.language.LanguageTag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message means by what came before it, by its sentences, and by where somebody is. */
@TestInstance(Lifecycle.PER_CLASS)
class ConversationSenseTest {
  private static final String THREAD = "de/driving/licence";

  private final Core core = RealKnowledge.open();

  @AfterAll
  void close() {
    core.close();
  }

  private Outcome ask(String text, String country, Optional<String> thread) {
    return core.answerer()
        .answer(
            Question.of(text)
                .withLanguage(Optional.of(LanguageTag.ENGLISH))
                .withCountry(Optional.of(country))
                .withThread(thread));
  }

  private static List<String> shown(Outcome outcome) {
    List<Entry> all = new ArrayList<>(outcome.answer().offered());
    outcome.answered().ifPresent(all::addFirst);
    return all.stream().map(Entry::id).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "does it cost money?",
        "do I need papers for it",
        "چند پیسه میشه؟",
        "څومره وخت نیسي؟",
        "why",
        "ta chi waqt",
        "چند وخت"
      })
  void whatTellsOfNoSubjectGoesOn(String text) {
    assertThat(shown(ask(text, "DE", Optional.of(THREAD))).getFirst()).isEqualTo(THREAD);
  }

  @ParameterizedTest
  @CsvSource({
    "lawyer,de/legal-help/free-advice",
    "school for my daughters,de/school/school-and-kita"
  })
  void anotherSubjectIsAnsweredByItself(String text, String entry) {
    assertThat(shown(ask(text, "DE", Optional.of(THREAD))).getFirst()).isEqualTo(entry);
  }

  @Test
  void whatTheBotDoesNotSpeakOfIsNoQuestionOnTheMatter() {
    assertThat(ask("what is the best pizza topping?", "DE", Optional.of(THREAD)).answer())
        .isInstanceOf(Answer.NoAnswer.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"how are you", "salam, jor asti"})
  void aGreetingIsNoQuestionOnTheMatter(String text) {
    assertThat(ask(text, "DE", Optional.of(THREAD)).answer()).isInstanceOf(Answer.NoAnswer.class);
  }

  @Test
  void wordsThatSoundLikeFunctionWordsAreHeard() {
    assertThat(shown(ask("yaw kor pa kraya ghwaram", "AT", Optional.empty())).getFirst())
        .isEqualTo("at/housing/first-flat");
  }

  @Test
  void whereNoneStandsOutTheLikeliestAreOffered() {
    assertThat(shown(ask("does goverment give help to poor people", "US", Optional.empty())))
        .isNotEmpty();
  }

  @Test
  void whatAnotherSentenceAsksIsOffered() {
    String both =
        "The landlord keeps my deposit since I moved out in Bremen. And where can I learn German?";
    assertThat(shown(ask(both, "DE", Optional.empty())))
        .contains("de/housing/deposit-and-notice", "de/language-courses/integration-course");
  }

  /** What alone brings the help lines brings them after an answer, too. */
  @ParameterizedTest
  @ValueSource(
      strings = {"i see no way out", "nobody would miss me", "he locked us in", "دگه طاقت ندارم"})
  void aCryIsHeardAfterAnAnswer(String text) {
    Answer alone = ask(text, "DE", Optional.empty()).answer();
    Answer after = ask(text, "DE", Optional.of(THREAD)).answer();
    assertThat(after instanceof Answer.Crisis).isEqualTo(alone instanceof Answer.Crisis);
  }

  @Test
  void helpLinesAreThoseOfWhereSomebodyIs() {
    Outcome outcome =
        ask("my husband beats me every day, we wait for canada visa", "PK", Optional.empty());
    assertThat(outcome.answer()).isInstanceOf(Answer.Crisis.class);
    assertThat(core.replies().where(outcome, Optional.of("PK"))).contains("PK");
    assertThat(core.replies().where(outcome, Optional.empty())).isEmpty();
  }

  @Test
  void whatAnswersStandsBelowTheHelpLines() {
    String visit = "ICE came to my neighbors house, what if they knock on mine";
    assertThat(ask(visit, "US", Optional.empty()).answer())
        .isInstanceOfSatisfying(
            Answer.Crisis.class,
            crisis ->
                assertThat(crisis.told().map(Entry::id)).hasValue("us/detention/stopped-by-ice"));
  }

  @Test
  void whoThinksOfDyingGetsTheHelpLinesAlone() {
    assertThat(ask("I want to kill myself", "US", Optional.empty()).answer())
        .isInstanceOfSatisfying(Answer.Crisis.class, crisis -> assertThat(crisis.told()).isEmpty());
  }
}
