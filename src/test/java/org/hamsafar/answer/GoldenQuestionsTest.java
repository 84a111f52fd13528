package org.hamsafar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.hamsafar.app.Evaluation;
import org.hamsafar.app.NeedTally;
import org.hamsafar.app.PointTally;
import org.hamsafar.app.TalkTally;
import org.hamsafar.knowledge.TestQuestion;
import org.junit.jupiter.api.Test;

/**
 * The questions of knowledge/tests against the real guidance. The floors lie a little below what
 * was measured last (docs/evaluation.md): a change that makes answers worse fails here.
 */
class GoldenQuestionsTest {

  @Test
  void enoughAreAnsweredRightly() {
    List<TestQuestion> tests = tests(t -> !asksOn(t) && t.before().isEmpty() && !tellsInPassing(t));
    assertThat(tests).hasSizeGreaterThan(150);
    try (Core core = RealKnowledge.open()) {
      Evaluation.Tally all = Evaluation.of(core.answerer(), tests).total();
      assertThat(all.hitAt1()).as("hit@1").isGreaterThan(0.9);
      assertThat(all.hitAt3()).as("hit@3").isGreaterThan(0.96);
      assertThat(all.meanReciprocalRank()).as("MRR@10").isGreaterThan(0.93);
      assertThat(all.abstentionRecall()).as("abstention recall").isGreaterThan(0.82);
      assertThat(all.abstentionPrecision()).as("abstention precision").isGreaterThan(0.86);
      assertThat(all.falseAlarmRate()).as("false alarms").isLessThan(0.025);
      assertThat(dangerRecall(core, tests, false)).as("danger recall").isGreaterThan(0.95);
      assertThat(dangerRecall(core, tests, true)).as("the same, held out").isGreaterThan(0.95);
      assertThat(toldAsQuestions(core, tests)).as("danger told as a question").isGreaterThan(0.6);
    }
  }

  @Test
  void dangerInHalfASentenceGetsTheHelpLines() {
    expectHelpLines(tests(t -> tellsInPassing(t) && !isHeldOut(t)), 100, 62, 3);
  }

  @Test
  void soDoesWhatNobodyHasLearnedFrom() {
    expectHelpLines(heldOut(GoldenQuestionsTest::tellsInPassing), 350, 70, 19);
  }

  /**
   * @param many more dangers than this
   * @param first percent that must get the help lines first, at least
   * @param alarms harmless messages that may get them, at most
   */
  private static void expectHelpLines(List<TestQuestion> told, int many, int first, int alarms) {
    try (Core core = RealKnowledge.open()) {
      Evaluation.Tally tally = Evaluation.of(core.answerer(), told).total();
      assertThat(tally.crises()).isGreaterThan(many);
      assertThat(tally.crisisRecall()).as("help lines first").isGreaterThan(first / 100.0);
      assertThat(tally.falseAlarms()).as("only sounds so").isLessThanOrEqualTo(alarms);
    }
  }

  @Test
  void whoAsksOnIsShownThePoint() {
    List<TestQuestion> heldOut = heldOut(GoldenQuestionsTest::asksOn);
    try (Core core = RealKnowledge.open()) {
      Evaluation evaluation = Evaluation.of(core.answerer(), heldOut);
      assertThat(evaluation.total().hitAt1()).as("hit@1").isGreaterThan(0.82);
      PointTally points = evaluation.points();
      assertThat(points.right()).as("points shown").isGreaterThan(points.asked() * 6 / 10);
      assertThat(points.whole()).as("whole text again").isLessThan(points.asked() / 10);
      assertThat(points.wronglySaidSo()).as("not told").isLessThan(points.asked() / 20);
    }
  }

  @Test
  void whoTellsOfSeveralNeedsFindsEach() {
    List<TestQuestion> heldOut = heldOut(t -> !t.needs().isEmpty());
    try (Core core = RealKnowledge.open()) {
      NeedTally needs = Evaluation.of(core.answerer(), heldOut).needs();
      assertThat(needs.needs()).isGreaterThan(150);
      assertThat(needs.shown() + needs.offered())
          .as("shown or offered")
          .isGreaterThan(needs.needs() * 84 / 100);
      assertThat(needs.whole()).as("every need").isGreaterThan(needs.messages() * 7 / 10);
    }
  }

  @Test
  void whoWritesAgainIsUnderstoodByWhatWasOffered() {
    expectShown(heldOut(t -> !t.before().isEmpty() && !followsDanger(t)), 200, 60, 73);
  }

  @Test
  void whoWritesAgainAfterDangerFindsTheTextOnIt() {
    expectShown(tests(GoldenQuestionsTest::followsDanger), 150, 44, 63);
  }

  /**
   * @param many more messages than this that a text answers
   * @param shown percent that must be shown one, at least
   * @param near percent that must be shown or offered one, at least
   */
  private static void expectShown(List<TestQuestion> messages, int many, int shown, int near) {
    try (Core core = RealKnowledge.open()) {
      TalkTally talks = Evaluation.of(core.answerer(), messages).talks();
      assertThat(talks.asked()).isGreaterThan(many);
      assertThat(talks.shown()).as("shown").isGreaterThan(talks.asked() * shown / 100);
      assertThat(talks.shown() + talks.offered())
          .as("shown or offered")
          .isGreaterThan(talks.asked() * near / 100);
    }
  }

  private static List<TestQuestion> heldOut(Predicate<TestQuestion> wanted) {
    return tests(wanted.and(GoldenQuestionsTest::isHeldOut));
  }

  private static List<TestQuestion> tests(Predicate<TestQuestion> wanted) {
    return Core.loader(RealKnowledge.settings()).loadWithTests().knowledge().tests().stream()
        .filter(wanted)
        .toList();
  }

  /** Long messages with danger in half a sentence, and such as only sound so. */
  private static boolean isHeldOut(TestQuestion test) {
    return test.file().contains("held-out");
  }

  private static boolean tellsInPassing(TestQuestion test) {
    return test.file().contains("told-in-passing");
  }

  /** Messages of somebody who has told of danger among other things before. */
  private static boolean followsDanger(TestQuestion test) {
    return test.file().contains("after-danger");
  }

  /** Messages by people who had just read the text. */
  private static boolean asksOn(TestQuestion test) {
    return test.file().contains("asks-on");
  }

  /** The phrases were mended with one half of the danger set in view, the other held out. */
  private static double dangerRecall(Core core, List<TestQuestion> tests, boolean heldOut) {
    List<TestQuestion> dangers =
        tests.stream()
            .filter(t -> t.expectsCrisis() && t.entries().isEmpty())
            .filter(t -> t.file().contains("held-out") == heldOut)
            .toList();
    return Evaluation.of(core.answerer(), dangers).total().crisisRecall();
  }

  /** Questions that an entry answers, asked by somebody in danger. */
  private static double toldAsQuestions(Core core, List<TestQuestion> tests) {
    List<TestQuestion> dangers =
        tests.stream().filter(t -> t.expectsCrisis() && !t.entries().isEmpty()).toList();
    return Evaluation.of(core.answerer(), dangers).total().crisisRecall();
  }
}
