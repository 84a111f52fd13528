package org.hamsafar.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hamsafar.answer.Answerer;
import org.hamsafar.answer.ThreadSign;
import org.hamsafar.knowledge.TestQuestion;

/**
 * Learns whether a message goes on about what was read before it, by logistic regression. Messages
 * that do and those that do not count as much as each other, however many there are.
 */
final class ContinuationTrainer {
  private static final List<ThreadSign> SIGNS = List.of(ThreadSign.values());

  private ContinuationTrainer() {}

  private record Example(Map<ThreadSign, Double> signs, boolean goesOn, double weight) {
    void addGradient(double[] weights, double[] gradient) {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * value(i);
      }
      double off = 1 / (1 + Math.exp(-sum)) - (goesOn ? 1 : 0);
      for (int i = 0; i < weights.length; i++) {
        gradient[i] += weight * off * value(i);
      }
    }

    private double value(int sign) {
      return signs.getOrDefault(SIGNS.get(sign), 0.0);
    }
  }

  /**
   * @param following messages that follow upon an answer
   */
  static Map<ThreadSign, Double> learn(Answerer answerer, List<TestQuestion> following) {
    long going = following.stream().filter(ContinuationTrainer::goesOn).count();
    List<Example> examples = new ArrayList<>();
    for (TestQuestion test : following) {
      double alike = goesOn(test) ? going : following.size() - going;
      answerer
          .signs(RankingTrainer.question(test))
          .ifPresent(signs -> examples.add(new Example(signs, goesOn(test), 0.5 / alike)));
    }
    boolean[] all = new boolean[SIGNS.size()];
    Arrays.fill(all, true);
    double[] weights =
        new Descent(all, 0)
            .minimise(w -> {
              double[] gradient = new double[w.length];
              examples.forEach(e -> e.addGradient(w, gradient));
              return gradient;
            });
    Map<ThreadSign, Double> learned = new EnumMap<>(ThreadSign.class);
    for (int i = 0; i < weights.length; i++) {
      learned.put(SIGNS.get(i), weights[i]);
    }
    return learned;
  }

  private static boolean goesOn(TestQuestion test) {
    return test.after().stream().anyMatch(test.entries()::contains);
  }
}
