package org.hamsafar.answer;

import org.hamsafar.knowledge.Entry;
import org.hamsafar.language.LanguageTag;

/**
 * An entry and why it may be the answer.
 *
 * @param language of the passage that matched best
 * @param rank what candidates are sorted by; only differences mean anything
 * @param probability 0 to 1, that it is right
 */
public record Scored(
    Entry entry, LanguageTag language, Signals signals, double rank, double probability) {
  /** From this on the subject of a question is plain: two times in three it is that one. */
  private static final double PLAIN = 0.95;

  boolean isAbout(String matter) {
    return entry.matter().equals(matter);
  }

  /** Whether the question is plainly about the subject of the entry. */
  boolean hasPlainSubject() {
    return signals.get(Signal.TOPIC) >= PLAIN;
  }
}
