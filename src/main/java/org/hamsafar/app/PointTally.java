package org.hamsafar.app;

import org.hamsafar.answer.Answer;
import org.hamsafar.knowledge.TestQuestion;

/**
 * What was shown to messages that ask on about a text.
 *
 * @param asked messages of which the point that answers is known
 * @param right of these, how often it was shown without the rest
 * @param whole how often the whole text was shown again
 * @param untold messages of which the text does not tell
 * @param saidSo of these, how often that was said
 * @param wronglySaidSo how often it was said though the text tells
 */
public record PointTally(
    int asked, int right, int whole, int untold, int saidSo, int wronglySaidSo) {
  static final PointTally NONE = new PointTally(0, 0, 0, 0, 0, 0);

  private static final String NOT_TOLD = "none";

  PointTally plus(TestQuestion test, Answer answer) {
    if (test.shows().isEmpty()) {
      return this;
    }
    boolean says = answer instanceof Answer.Detail d && d.points().isEmpty();
    if (test.shows().get().equals(NOT_TOLD)) {
      return new PointTally(
          asked, right, whole, untold + 1, saidSo + (says ? 1 : 0), wronglySaidSo);
    }
    return new PointTally(
        asked + 1,
        right + (isRight(test, answer) ? 1 : 0),
        whole + (isWhole(test, answer) ? 1 : 0),
        untold,
        saidSo,
        wronglySaidSo + (says ? 1 : 0));
  }

  /** Whether what is shown of a text is what the message asks for; true if nothing is asked. */
  static boolean isRight(TestQuestion test, Answer answer) {
    return test.shows().isEmpty()
        || (answer instanceof Answer.Detail d
            && test.entries().contains(d.entry().id())
            && (test.shows().get().equals(NOT_TOLD)
                ? d.points().isEmpty()
                : d.points().stream().anyMatch(p -> p.plain().contains(test.shows().get()))));
  }

  private static boolean isWhole(TestQuestion test, Answer answer) {
    return answer instanceof Answer.Answered a && test.entries().contains(a.entry().id());
  }
}
