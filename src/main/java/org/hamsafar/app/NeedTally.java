package org.hamsafar.app;

import java.util.List;
import org.hamsafar.answer.Answer;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.TestQuestion;

/**
 * What was shown to messages that tell of several needs.
 *
 * @param needs of all these messages that have an entry
 * @param shown of these, how many the entry meets that answers
 * @param offered how many others are met by an entry one touch away
 * @param messages that tell of several needs
 * @param whole of these, how many have all their needs shown or offered
 */
public record NeedTally(int needs, int shown, int offered, int messages, int whole) {
  static final NeedTally NONE = new NeedTally(0, 0, 0, 0, 0);

  NeedTally plus(TestQuestion test, Answer answer) {
    if (test.needs().isEmpty()) {
      return this;
    }
    List<String> shown = answer.entryThatAnswers().stream().map(Entry::id).toList();
    List<String> offered = answer.offered().stream().map(Entry::id).toList();
    int met = 0;
    int near = 0;
    for (List<String> need : test.needs()) {
      if (need.stream().anyMatch(shown::contains)) {
        met++;
      } else if (need.stream().anyMatch(offered::contains)) {
        near++;
      }
    }
    int all = test.needs().size();
    return new NeedTally(
        needs + all,
        this.shown + met,
        this.offered + near,
        messages + 1,
        whole + (met + near == all ? 1 : 0));
  }
}
