package org.hamsafar.answer;

import java.util.List;
import java.util.Optional;
import org.hamsafar.knowledge.OffTopic;

/**
 * The candidates for a question.
 *
 * @param candidates the best first
 * @param answerable 0 to 1, how likely the question has an answer at all
 * @param offTopic the matter that the bot does not speak of and that is nearer than any candidate
 * @param judged which matter the question is about, as far as it was looked for
 */
public record Ranked(
    List<Scored> candidates,
    double answerable,
    Optional<OffTopic> offTopic,
    Optional<MatterModel.Judgement> judged) {
  static final Ranked NOTHING = new Ranked(List.of(), 0, Optional.empty(), Optional.empty());

  public Ranked {
    candidates = List.copyOf(candidates);
  }

  Ranked judged(MatterModel.Judgement judgement) {
    return new Ranked(candidates, answerable, offTopic, Optional.of(judgement));
  }
}
