package org.hamsafar.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.hamsafar.language.LanguageTag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands in words, in every language that the bot speaks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlainWordsTest {
  private final Core core = RealKnowledge.open();
  private final PlainWords words = new PlainWords(core.catalogue());

  @AfterAll
  void close() {
    core.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Delete me!, FORGET",
    "مرا پاک کن, FORGET",
    "mara pak ko, FORGET",
    "ما پاک کړه, FORGET",
    "ma pak kra, FORGET",
    "اطلاعات مرا پاک کن, FORGET",
    "Löschen Sie mich, FORGET",
    "EFFACEZ-MOI, FORGET",
    "beni sil, FORGET",
    "مجھے مٹا دیں, FORGET",
    "meni o'chir, FORGET",
    "مېنی اۉچیر, FORGET",
    "پلان من, PLAN",
    "زما پلان, PLAN",
    "privacy, PRIVACY",
  })
  void areUnderstood(String text, Command command) {
    assertThat(words.read(text)).contains(command);
  }

  @Test
  void everyLanguageHasWordsForForgetting() {
    for (LanguageTag tag : core.knowledge().messages().keySet()) {
      for (String word : core.catalogue().text(tag, "words.forget").split("\\|", -1)) {
        assertThat(words.read(word)).as(word).contains(Command.FORGET);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "will they delete me from the list?",
    "my plan is to work",
    "which country is safe",
    "کمک",
    "help",
  })
  void questionsAreNoCommands(String text) {
    assertThat(words.read(text)).isEqualTo(Optional.empty());
  }
}
