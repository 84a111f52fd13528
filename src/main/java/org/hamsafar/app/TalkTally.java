package org.hamsafar.app;

import java.util.List;
import org.hamsafar.answer.Answer;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.TestQuestion;

/**
 * What was shown to messages that follow upon another message and the answer to it.
 *
 * @param asked messages that a text answers
 * @param shown of these, how often it was shown, or a point of it
 * @param offered how often else it was one touch away
 * @param none messages that no text answers
 * @param declined of these, how often none was shown
 */
public record TalkTally(int asked, int shown, int offered, int none, int declined) {
  static final TalkTally NONE = new TalkTally(0, 0, 0, 0, 0);

  TalkTally plus(TestQuestion test, Answer answer) {
    if (test.before().isEmpty()) {
      return this;
    }
    boolean answers = answer.entryThatAnswers().isPresent();
    if (test.expectsNone()) {
      return new TalkTally(asked, shown, offered, none + 1, declined + (answers ? 0 : 1));
    }
    boolean right = isAmong(test, answer.entryThatAnswers().stream().toList());
    boolean near = !right && isAmong(test, answer.offered());
    return new TalkTally(
        asked + 1, shown + (right ? 1 : 0), offered + (near ? 1 : 0), none, declined);
  }

  private static boolean isAmong(TestQuestion test, List<Entry> entries) {
    return entries.stream().map(Entry::id).anyMatch(test.entries()::contains);
  }
}
