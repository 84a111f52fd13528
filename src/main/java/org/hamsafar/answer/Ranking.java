package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hamsafar.answer.RankingModel.Layer;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.OffTopic;

/** Sorts candidates, says how likely the first is right and how likely there is an answer. */
final class Ranking {
  private static final double LEAD_LIMIT = 3;

  private final RankingModel model;

  Ranking(RankingModel model) {
    this.model = model;
  }

  /** A matter that the bot does not speak of, and how near it is. */
  record Rival(OffTopic matter, Signals signals, double rank) {}

  /** Where and for whom an entry holds. */
  record Situation(Whereabouts where, Optional<String> status) {
    Signals judge(Entry entry, Signals signals) {
      return where
          .judge(entry, signals)
          .change()
          .set(Signal.AUTHOR_VIEW, entry.kind() == Entry.Kind.AUTHOR_VIEW)
          .set(
              Signal.OTHER_PAPER,
              status.isPresent()
                  && !entry.status().isEmpty()
                  && !entry.status().contains(status.get()))
          .build();
    }
  }

  double rank(Signals signals) {
    return model.sum(Layer.RANK, signals);
  }

  /**
   * Sorts by rank, best first, and fills in the probabilities.
   *
   * @param question signals of the question as a whole
   */
  Ranked sorted(List<Scored> candidates, Optional<Rival> rival, Signals question) {
    if (candidates.isEmpty()) {
      return new Ranked(List.of(), 0, rival.map(Rival::matter), Optional.empty());
    }
    List<Scored> sorted =
        candidates.stream()
            .sorted(
                Comparator.comparingDouble(Scored::rank)
                    .reversed()
                    .thenComparing(s -> s.entry().id()))
            .toList();
    List<Scored> result = new ArrayList<>(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      double next =
          sorted.size() < 2 ? Double.NEGATIVE_INFINITY : sorted.get(i == 0 ? 1 : 0).rank();
      result.add(judged(sorted.get(i), sorted.get(i).rank() - next, rival, question));
    }
    double answerable = model.probability(Layer.ANSWERABLE, result.getFirst().signals());
    return new Ranked(
        result,
        answerable,
        rival.filter(r -> r.rank() > sorted.getFirst().rank()).map(Rival::matter),
        Optional.empty());
  }

  /**
   * @param lead over the best other candidate; below 0 for all but the first
   */
  private Scored judged(Scored s, double lead, Optional<Rival> rival, Signals question) {
    double off = rival.map(r -> r.rank() - s.rank()).orElse(Double.NEGATIVE_INFINITY);
    Signals signals =
        s.signals()
            .change()
            .set(Signal.LEAD, limited(lead))
            .set(Signal.UNKNOWN, question.get(Signal.UNKNOWN))
            .set(Signal.LENGTH, question.get(Signal.LENGTH))
            .set(Signal.NO_TOPIC, question.get(Signal.NO_TOPIC))
            .set(Signal.OFF_TOPIC, rival.map(r -> r.signals().get(Signal.ASKED)).orElse(0.0))
            .set(Signal.OFF_TOPIC_LEAD, limited(off))
            .build();
    return new Scored(
        s.entry(), s.language(), signals, s.rank(), model.probability(Layer.RIGHT, signals));
  }

  private static double limited(double lead) {
    return Math.clamp(lead, -LEAD_LIMIT, LEAD_LIMIT);
  }
}
