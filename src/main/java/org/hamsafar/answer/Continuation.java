package org.hamsafar.answer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.language.Folding;

/**
 * Tells whether a message goes on about the text that was read before it, or brings a new matter:
 * "and how long does it take" and "and can my mother come" both begin with "and".
 */
final class Continuation {
  /** From this on a message is taken to go on. */
  static final double GOES_ON = 0.5;

  /** From this on the text that was read is the answer, and not one of several that are offered. */
  static final double SURELY = 0.7;

  /** From this on that text is offered beside others. */
  static final double PERHAPS = 0.2;

  private static final double MANY_WORDS = 20;
  private static final double FAR_BEHIND = 4;

  private final RankingModel model;

  Continuation(RankingModel model) {
    this.model = model;
  }

  /** From 0 to 1, how likely it goes on. */
  double probability(Map<ThreadSign, Double> signs) {
    return model.continues(signs);
  }

  /**
   * @param text of the message, without the words that name countries
   * @param about what the text that was read tells of what is asked
   * @param alone candidates for the message by itself
   */
  static Map<ThreadSign, Double> signs(
      String text, boolean namesCountry, Entry read, Points.Found about, Ranked alone) {
    Map<ThreadSign, Double> signs = new EnumMap<>(ThreadSign.class);
    signs.put(ThreadSign.BIAS, 1.0);
    signs.put(ThreadSign.WORDS, Math.min(1, Folding.words(text).size() / MANY_WORDS));
    put(signs, ThreadSign.AND, FollowUp.goesOn(text));
    put(signs, ThreadSign.ASKS, FollowUp.asks(text));
    put(signs, ThreadSign.POINT_ONLY, about.only());
    signs.put(ThreadSign.POINT_TOLD, about.told());
    put(signs, ThreadSign.POINT_UNTOLD, about.untold());
    put(signs, ThreadSign.NAMES_COUNTRY, namesCountry);
    signs.put(ThreadSign.ANSWERABLE, alone.answerable());
    signs.put(ThreadSign.NO_TOPIC, alone.judged().map(j -> j.offTopic()).orElse(0.0));
    signs.put(ThreadSign.READ_SUBJECT, alone.judged().map(j -> j.subject(read)).orElse(0.0));
    signs.put(ThreadSign.READ_MATTER, alone.judged().map(j -> j.matter(read)).orElse(0.0));
    if (!alone.candidates().isEmpty()) {
      compare(signs, read, alone);
    }
    return signs;
  }

  private static void compare(Map<ThreadSign, Double> signs, Entry read, Ranked alone) {
    Scored first = alone.candidates().getFirst();
    signs.put(ThreadSign.RIGHT, first.probability());
    signs.put(ThreadSign.FIRST_SUBJECT, first.signals().get(Signal.TOPIC));
    signs.put(ThreadSign.FIRST_MATTER, first.signals().get(Signal.MATTER));
    signs.put(ThreadSign.FIRST_ASKED, first.signals().get(Signal.ASKED));
    put(signs, ThreadSign.READ_FIRST, first.entry().id().equals(read.id()));
    put(signs, ThreadSign.SAME_SUBJECT, first.entry().subject().equals(read.subject()));
    Optional<Scored> same =
        alone.candidates().stream().filter(s -> s.entry().id().equals(read.id())).findFirst();
    signs.put(ThreadSign.READ_COVERED, same.map(s -> s.signals().get(Signal.COVERED)).orElse(0.0));
    signs.put(ThreadSign.READ_ASKED, same.map(s -> s.signals().get(Signal.ASKED)).orElse(0.0));
    signs.put(
        ThreadSign.READ_BEHIND,
        same.map(s -> Math.min(FAR_BEHIND, first.rank() - s.rank())).orElse(FAR_BEHIND));
  }

  private static void put(Map<ThreadSign, Double> signs, ThreadSign sign, boolean holds) {
    signs.put(sign, holds ? 1.0 : 0.0);
  }
}
