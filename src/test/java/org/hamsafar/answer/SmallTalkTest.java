package org.hamsafar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who says little is not in danger: a learned model leans somewhere when it sees nothing known. */
@TestInstance(Lifecycle.PER_CLASS)
class SmallTalkTest {
  private final Core core = RealKnowledge.open();

  @AfterAll
  void close() {
    core.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "and in",
        "and in Austria?",
        "hello",
        "hello everyone",
        "hmm",
        "i dont get this thing",
        "xyz qwrt plomf",
        "سلام",
        "سلام وطندار، خوب استی؟",
        "من",
        "نفهمیدم باز بگو",
        "سلامونه وروره",
        "مننه ستاسو",
        "salam, jor asti",
        "manana wrora",
        "Grüß Gott",
        "nein danke",
        "bonsoir à tous",
        "kolay gelsin",
        "شکریہ بھائی",
        "salom do'stim",
        "👍",
        "weather in hamburg tomorrow",
        "tell me a joke"
      })
  void isNotTakenForDanger(String text) {
    assertThat(core.answerer().answer(Question.of(text)).answer())
        .isNotInstanceOf(Answer.Crisis.class);
  }
}
