package org.hamsafar.answer;

import java.util.Optional;
import java.util.Set;
import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Entry;

/** What is likely before a word is compared. */
final class Prior {
  private static final double EVERYWHERE = 0.93;
  private static final double OTHER_COUNTRY = 0.6;
  private static final double OTHER_PAPER = 0.85;
  private static final double AUTHOR = 0.9;

  private Prior() {}

  /**
   * @param scope codes that hold where the person is; empty if that is not known
   */
  static double of(Entry entry, Set<String> scope, Optional<String> status) {
    double prior = entry.kind() == Entry.Kind.AUTHOR_VIEW ? AUTHOR : 1;
    if (!scope.isEmpty()) {
      if (!scope.contains(entry.country())) {
        prior *= OTHER_COUNTRY;
      } else if (entry.country().equals(Country.ANY)) {
        prior *= EVERYWHERE;
      }
    }
    boolean otherPaper =
        status.isPresent() && !entry.status().isEmpty() && !entry.status().contains(status.get());
    return otherPaper ? prior * OTHER_PAPER : prior;
  }

  /** Readings in a less likely language count a little less. */
  static double ofReading(double probability) {
    return 0.85 + 0.15 * Math.min(1, 2 * probability);
  }
}
