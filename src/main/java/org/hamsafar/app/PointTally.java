package org.hamsafar.app;

import java.util.List;
import java.util.stream.IntStream;
import org.hamsafar.answer.Answer;
import org.hamsafar.knowledge.Body;
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

  PointTally plus(TestQuestion test, Answer answer) {
    if (test.shows().isEmpty() || !test.before().isEmpty()) {
      return this;
    }
    boolean says = answer instanceof Answer.Detail d && d.points().isEmpty();
    if (test.showsNothing()) {
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
        || !test.before().isEmpty()
        || (answer instanceof Answer.Detail d
            && test.entries().contains(d.entry().id())
            && (test.showsNothing() ? d.points().isEmpty() : shows(test, d)));
  }

  private static boolean shows(TestQuestion test, Answer.Detail detail) {
    return detail.entry().texts().values().stream()
        .anyMatch(text -> {
          List<Body.Block> points = text.body().points();
          return IntStream.range(0, points.size())
              .filter(i -> detail.points().contains(points.get(i)))
              .anyMatch(i -> test.shows(i + 1, points.get(i)));
        });
  }

  private static boolean isWhole(TestQuestion test, Answer answer) {
    return answer instanceof Answer.Answered a && test.entries().contains(a.entry().id());
  }
}
