package org.hamsafar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.hamsafar.app.Evaluation;
import org.hamsafar.knowledge.KnowledgeLoader;
import org.hamsafar.knowledge.TestQuestion;
import org.junit.jupiter.api.Test;

/**
 * The questions of knowledge/tests against the real guidance. The floors lie a little below what
 * was measured last (docs/evaluation.md): a change that makes answers worse fails here.
 */
class GoldenQuestionsTest {

  @Test
  void enoughAreAnsweredRightly() {
    KnowledgeLoader.Loaded loaded = Core.loader(RealKnowledge.settings()).loadWithTests();
    List<TestQuestion> tests = loaded.knowledge().tests();
    assertThat(tests).hasSizeGreaterThan(150);
    try (Core core = RealKnowledge.open()) {
      Evaluation evaluation = Evaluation.of(core.answerer(), tests);
      Evaluation.Tally all = evaluation.total();
      assertThat(all.hitAt1()).as("hit@1").isGreaterThan(0.66);
      assertThat(all.hitAt3()).as("hit@3").isGreaterThan(0.80);
      assertThat(all.meanReciprocalRank()).as("MRR@10").isGreaterThan(0.72);
      assertThat(all.abstentionRecall()).as("abstention recall").isGreaterThan(0.7);
      assertThat(all.crisisRecall()).as("danger recall").isGreaterThan(0.95);
      assertThat(all.falseAlarmRate()).as("false alarms").isLessThan(0.06);
    }
  }
}
