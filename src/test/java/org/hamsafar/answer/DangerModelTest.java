package org.hamsafar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hamsafar.answer.DangerModel.Example;
import org.hamsafar.answer.DangerModel.Verdict;
import org.hamsafar.knowledge.Danger;
import org.junit.jupiter.api.Test;

/** What the model learns from a handful of messages. */
class DangerModelTest {
  private static final List<Example> LESSON = new ArrayList<>();

  static {
    for (String who : List.of("my husband", "my brother", "a man", "he", "my boss")) {
      danger(Danger.VIOLENCE, who + " is beating me with a stick");
      danger(Danger.DETAINED, "the police took " + who + " to the border tonight");
      harmless("is " + who + " allowed to work here");
      harmless("where can " + who + " learn the language");
      harmless("the police gave " + who + " a certificate for the job");
    }
  }

  private static void danger(Danger kind, String message) {
    LESSON.add(new Example(message, Optional.of(kind), 1, true));
  }

  private static void harmless(String message) {
    LESSON.add(new Example(message, Optional.empty(), 1, true));
  }

  private static Verdict judge(DangerModel model, String message) {
    return model.judge(message).orElseThrow();
  }

  @Test
  void generalisesToOtherWordsAndKinds() {
    DangerModel model = DangerModel.learn(LESSON);
    Verdict beaten = judge(model, "my uncle was beatin me with sticks");
    assertThat(beaten.danger()).isEqualTo(Danger.VIOLENCE);
    assertThat(beaten.probability()).isGreaterThan(0.6);
    assertThat(judge(model, "they took my cousin to the border").danger())
        .isEqualTo(Danger.DETAINED);
    assertThat(judge(model, "where can my sister learn a language").probability()).isLessThan(0.3);
  }

  @Test
  void learnsTheSameTwiceAndOutlivesTheProcess() throws Exception {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    DangerModel.learn(LESSON).write(new DataOutputStream(kept));
    DangerModel read =
        DangerModel.read(new DataInputStream(new ByteArrayInputStream(kept.toByteArray())));
    DangerModel again = DangerModel.learn(LESSON);
    for (Example example : LESSON) {
      assertThat(read.judge(example.message())).isEqualTo(again.judge(example.message()));
    }
  }

  @Test
  void judgesWhateverIsWritten() {
    DangerModel model = DangerModel.learn(LESSON);
    Random random = new Random(20261128);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(400), 0, 0x3000).forEach(text::appendCodePoint);
      assertThat(judge(model, text.toString()).probability()).isBetween(0.0, 1.0);
    }
    assertThat(DangerModel.blind().judge("help")).isEmpty();
    assertThat(DangerModel.learn(List.of()).judge("help")).isEmpty();
  }
}
