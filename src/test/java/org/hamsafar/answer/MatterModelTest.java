package org.hamsafar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
class MatterModelTest {
  private final Knowledge knowledge = Core.loader(RealKnowledge.settings()).load().knowledge();
  private final MatterModel model = MatterModel.learn(MatterModel.lesson(knowledge));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "my husband lost his leg, what help is there|au/disability/ndis|au/women/violence",
        "شوهرم یک پای ندارد، چه کمک است برایش|au/disability/ndis|au/women/violence",
        "how do i apply for assylum|us/asylum/ask-for-asylum|us/lgbtq/safety-and-asylum",
        "د سیاسي پناه کیس څنګه ثبتوم|us/asylum/ask-for-asylum|us/lgbtq/safety-and-asylum",
        "awladaim maktab rafta metana|ir/school/school|ir/status/amayesh",
        "Çocuğum hasta, hangi hastaneye gidebilirim|tr/health/without-kimlik|tr/school/enrol"
      })
  void theSubjectIsKnownFromAllCountries(String question, String likelier, String other) {
    MatterModel.Judgement judgement = model.judge(question);
    assertThat(judgement.subject(entry(likelier)))
        .isBetween(0.0, 1.0)
        .isGreaterThan(judgement.subject(entry(other)))
        .isGreaterThan(judgement.offTopic());
  }

  @Test
  void whatIsNotSpokenOfIsAClassOfItsOwn() {
    MatterModel.Judgement judgement = model.judge("tell me a joke about the weather");
    assertThat(knowledge.entries().values())
        .allMatch(entry -> judgement.subject(entry) < judgement.offTopic());
  }

  @Test
  void outlivesTheProcess() throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    model.write(new DataOutputStream(kept));
    MatterModel read =
        MatterModel.read(new DataInputStream(new ByteArrayInputStream(kept.toByteArray())));
    assertThat(read.judge("where can I work").offTopic())
        .isEqualTo(model.judge("where can I work").offTopic());
  }

  private Entry entry(String id) {
    return knowledge.entry(id).orElseThrow();
  }
}
