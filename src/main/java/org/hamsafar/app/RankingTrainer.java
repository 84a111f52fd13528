package org.hamsafar.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamsafar.answer.Answerer;
import org.hamsafar.answer.PointModel;
import org.hamsafar.answer.Ranked;
import org.hamsafar.answer.RankingModel;
import org.hamsafar.answer.RankingModel.Layer;
import org.hamsafar.answer.Scored;
import org.hamsafar.answer.Signal;
import org.hamsafar.answer.Signals;
import org.hamsafar.knowledge.TestQuestion;

/**
 * Learns the weights of ranking from test questions: the order of the candidates by softmax
 * regression, the two probabilities by logistic regression on the first of them.
 */
public final class RankingTrainer {
  /** Signals that only the order of the candidates settles. */
  private static final Set<Signal> OF_THE_WHOLE =
      Set.of(
          Signal.BIAS,
          Signal.LEAD,
          Signal.UNKNOWN,
          Signal.LENGTH,
          Signal.OFF_TOPIC,
          Signal.OFF_TOPIC_LEAD,
          Signal.NO_TOPIC);

  private final List<TestQuestion> tests;

  /** What follows upon an answer. */
  private final List<TestQuestion> following;

  /** Opens an answerer that ranks with given weights. */
  public interface Opener {
    Core open(RankingModel model);
  }

  /**
   * @param tests to learn from
   */
  public RankingTrainer(List<TestQuestion> tests) {
    // Danger is recognised before ranking begins: its phrases and their look-alikes teach it
    // nothing. And what goes on about the last answer is not looked for by its own words.
    this.following =
        tests.stream().filter(t -> t.after().isPresent() || !t.before().isEmpty()).toList();
    this.tests =
        tests.stream()
            .filter(t -> t.expectsNone() || !t.entries().isEmpty())
            .filter(t -> t.after().stream().noneMatch(t.entries()::contains))
            .filter(t -> t.before().isEmpty())
            .toList();
  }

  /** Whether a question is for learning; the others show what was learned. */
  public static boolean isForLearning(TestQuestion test) {
    String key = test.entries().isEmpty() ? test.question() : test.entries().getFirst();
    return !test.file().contains("held-out") && Math.floorMod(key.hashCode() * 0x9E3779B1, 2) == 0;
  }

  public RankingModel learn(Opener opener) {
    Map<Layer, Signals> weights = new EnumMap<>(Layer.class);
    try (Core core = opener.open(RankingModel.shipped())) {
      weights.put(Layer.RANK, rank(core.answerer()));
    }
    try (Core core = opener.open(new RankingModel(weights, Map.of(), Map.of(), PointModel.NONE))) {
      List<Example> right = new ArrayList<>();
      List<Example> answerable = new ArrayList<>();
      for (TestQuestion test : tests) {
        Ranked ranked = ranked(core.answerer(), test);
        if (ranked.candidates().isEmpty()) {
          continue;
        }
        Signals signals = ranked.candidates().getFirst().signals();
        right.add(new Example(signals, isRight(test, ranked.candidates().getFirst())));
        answerable.add(new Example(signals, !test.expectsNone()));
      }
      weights.put(Layer.RIGHT, logistic(right));
      weights.put(Layer.ANSWERABLE, logistic(answerable));
    }
    PointModel points;
    try (Core core = opener.open(new RankingModel(weights, Map.of(), Map.of(), PointModel.NONE))) {
      points = new PointTrainer(core).learn(following);
    }
    try (Core core = opener.open(new RankingModel(weights, Map.of(), Map.of(), points))) {
      return ContinuationTrainer.learn(core.answerer(), following).with(weights, points);
    }
  }

  private static Ranked ranked(Answerer answerer, TestQuestion test) {
    return answerer.candidates(Evaluation.question(test, answerer));
  }

  private static boolean isRight(TestQuestion test, Scored scored) {
    return test.entries().contains(scored.entry().id());
  }

  private record Example(Signals signals, boolean positive) {}

  private Signals rank(Answerer answerer) {
    List<Softmax.Contest> contests = new ArrayList<>();
    for (TestQuestion test : tests) {
      if (test.expectsNone()) {
        continue;
      }
      List<double[]> candidates = new ArrayList<>();
      Set<Integer> right = new HashSet<>();
      for (Scored scored : ranked(answerer, test).candidates()) {
        if (isRight(test, scored)) {
          right.add(candidates.size());
        }
        double[] signals = new double[Signal.values().length];
        scored.signals().addTo(signals, 1);
        candidates.add(signals);
      }
      if (!right.isEmpty()) {
        contests.add(new Softmax.Contest(candidates, right, 1));
      }
    }
    return Signals.of(Softmax.learn(contests, new Descent(maskOfTheWhole(), 0.3)));
  }

  private static boolean[] maskOfTheWhole() {
    boolean[] kept = new boolean[Signal.values().length];
    int at = 0;
    for (Signal signal : Signal.values()) {
      kept[at++] = !OF_THE_WHOLE.contains(signal);
    }
    return kept;
  }

  private static Signals logistic(List<Example> examples) {
    Descent descent = Descent.ofAll(Signal.values().length, 0.3);
    return Signals.of(
        descent.minimise(w -> {
          double[] gradient = new double[w.length];
          for (Example e : examples) {
            double p = 1 / (1 + Math.exp(-e.signals().dot(w)));
            e.signals().addTo(gradient, p - (e.positive() ? 1 : 0));
          }
          return scaled(gradient, examples.size());
        }));
  }

  private static double[] scaled(double[] values, double by) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = values[i] / by;
    }
    return scaled;
  }
}
