package org.hamsafar.answer;

import java.util.List;
import java.util.Optional;
import org.hamsafar.knowledge.Danger;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.language.LanguageTag;

/**
 * An answer and how it came about.
 *
 * @param replyLanguage the language to answer in
 * @param candidates the best first
 * @param terms what was searched for, as shown by {@code --explain}
 * @param reason why it was decided so
 * @param micros time taken, in microseconds
 */
public record Outcome(
    Answer answer,
    Detection detection,
    LanguageTag replyLanguage,
    List<Scored> candidates,
    List<QueryTerms> terms,
    String reason,
    long micros) {
  public Outcome {
    candidates = List.copyOf(candidates);
    terms = List.copyOf(terms);
  }

  /** The entry that answers; empty if it is asked back, declined, or help lines come first. */
  public Optional<Entry> answered() {
    return answer.entryThatAnswers();
  }

  /**
   * The text that the next message may go on about. Below help lines that is the first that is
   * offered: "and where can I go tonight?" But who thought of dying is not led back there.
   */
  public Optional<Entry> thread() {
    return answer instanceof Answer.Crisis danger
        ? danger.next().stream().filter(_ -> !danger.dangers().contains(Danger.SUICIDE)).findFirst()
        : answered();
  }

  /** Probability that the answer is right; of a crisis 1, of no answer 0. */
  public double confidence() {
    return switch (answer) {
      case Answer.Crisis _, Answer.Handoff _ -> 1;
      case Answer.NoAnswer _ -> 0;
      case Answer.Answered _, Answer.Detail _, Answer.Contested _, Answer.Clarify _ ->
          candidates.isEmpty() ? 0 : candidates.getFirst().probability();
    };
  }
}
