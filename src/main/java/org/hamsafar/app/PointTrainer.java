package org.hamsafar.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hamsafar.answer.Answerer;
import org.hamsafar.answer.PointModel;
import org.hamsafar.answer.PointSign;
import org.hamsafar.answer.ToldSign;
import org.hamsafar.knowledge.Body;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.TestQuestion;

/**
 * Learns which point of a text answers who asks on about it, by softmax regression, and then
 * whether any does, by logistic regression.
 */
final class PointTrainer {
  private static final List<PointSign> SIGNS = List.of(PointSign.values());

  private final Core core;

  PointTrainer(Core core) {
    this.core = core;
  }

  /** A message, beside the points of what was read, and which of them are right. */
  private record Asked(PointModel.Compared compared, Set<Integer> right) {}

  /**
   * @param following messages that follow upon an answer
   */
  PointModel learn(List<TestQuestion> following) {
    List<Asked> all = new ArrayList<>();
    for (TestQuestion test : following) {
      if (!test.shows().isEmpty() && test.after().isPresent()) {
        asked(core.answerer(), test).ifPresent(all::add);
      }
    }
    PointModel chosen = new PointModel(points(all), Map.of());
    List<Logistic.Example<ToldSign>> told = new ArrayList<>();
    for (Asked asked : all) {
      told.add(new Logistic.Example<>(chosen.signs(asked.compared()), !asked.right().isEmpty()));
    }
    return new PointModel(chosen.point(), Logistic.learn(ToldSign.class, told));
  }

  private Optional<Asked> asked(Answerer answerer, TestQuestion test) {
    Optional<Entry> read = test.after().flatMap(core.knowledge()::entry);
    return answerer
        .compared(Evaluation.question(test, answerer))
        .filter(compared -> !compared.points().isEmpty())
        .flatMap(compared ->
            read.map(entry -> new Asked(compared, right(test, entry, compared.points().size()))));
  }

  /** Words that must be shown stand in one of the translations. */
  private static Set<Integer> right(TestQuestion test, Entry read, int points) {
    Set<Integer> right = new TreeSet<>();
    read.texts()
        .values()
        .forEach(text -> {
          List<Body.Block> blocks = text.body().points();
          for (int i = 0; i < points && i < blocks.size() && !test.showsNothing(); i++) {
            if (test.shows(i + 1, blocks.get(i))) {
              right.add(i);
            }
          }
        });
    return right;
  }

  private static Map<PointSign, Double> points(List<Asked> all) {
    List<Softmax.Contest> contests =
        all.stream()
            .filter(asked -> !asked.right().isEmpty())
            .map(asked ->
                new Softmax.Contest(
                    asked.compared().points().stream().map(PointTrainer::signs).toList(),
                    asked.right(),
                    1))
            .toList();
    return named(Softmax.learn(contests, Descent.ofAll(SIGNS.size(), 0)));
  }

  private static double[] signs(Map<PointSign, Double> point) {
    return SIGNS.stream().mapToDouble(sign -> point.getOrDefault(sign, 0.0)).toArray();
  }

  private static Map<PointSign, Double> named(double[] weights) {
    Map<PointSign, Double> named = new EnumMap<>(PointSign.class);
    for (int i = 0; i < weights.length; i++) {
      named.put(SIGNS.get(i), weights[i]);
    }
    return named;
  }
}
