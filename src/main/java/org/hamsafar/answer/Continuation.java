package org.hamsafar.answer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.language.Folding;

/**
 * Tells whether a message goes on about the text that was read before it, or brings a new matter:
 * "and how long does it take" and "and can my mother come" both begin with "and".
 */
final class Continuation {
  /** From this on the text that was read is the answer, and not one of several that are offered. */
  static final double SURELY = 0.6;

  /** From this on that text is offered beside others. */
  static final double PERHAPS = 0.2;

  private static final double MANY_WORDS = 20;
  private static final double FAR_BEHIND = 4;

  private final RankingModel model;

  Continuation(RankingModel model) {
    this.model = model;
  }

  /**
   * What a message is how likely about; all add up to 1.
   *
   * @param apart a new matter
   * @param read what was read
   * @param offered each text that was offered
   */
  record Odds(double apart, double read, List<Double> offered) {
    Odds {
      offered = List.copyOf(offered);
    }

    /** Whether it is likelier to go on about what was read than to be anything else. */
    boolean goesOn() {
      return read >= apart && offered.stream().allMatch(o -> read >= o);
    }
  }

  Odds odds(ThreadSigns signs) {
    double read = signs.read().map(of -> Math.exp(model.continues(of))).orElse(0.0);
    List<Double> offered =
        signs.offered().values().stream().map(of -> Math.exp(model.isAboutOffered(of))).toList();
    double all = 1 + read + offered.stream().mapToDouble(o -> o).sum();
    return new Odds(1 / all, read / all, offered.stream().map(o -> o / all).toList());
  }

  /**
   * @param text of the message, without the words that name countries
   * @param read the text that was read, or offered
   * @param about what it tells of what is asked
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
