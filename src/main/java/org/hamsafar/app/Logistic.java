package org.hamsafar.app;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Logistic regression: how likely something holds, by weighed signs of it. */
final class Logistic {
  private Logistic() {}

  /**
   * Something of which it is known whether it holds.
   *
   * @param signs a missing one is 0
   */
  record Example<S>(Map<S, Double> signs, boolean holds) {}

  /**
   * The weights of signs. Examples where it holds and those where it does not count as much as each
   * other, however many there are.
   */
  static <S extends Enum<S>> Map<S, Double> learn(Class<S> signs, Collection<Example<S>> examples) {
    long holding = examples.stream().filter(Example::holds).count();
    List<S> order = List.of(signs.getEnumConstants());
    double[] weights =
        Descent.ofAll(order.size(), 0)
            .minimise(w -> {
              double[] gradient = new double[w.length];
              for (Example<S> example : examples) {
                long alike = example.holds() ? holding : examples.size() - holding;
                addGradient(example, order, w, gradient, 0.5 / alike);
              }
              return gradient;
            });
    Map<S, Double> learned = new EnumMap<>(signs);
    for (int i = 0; i < weights.length; i++) {
      learned.put(order.get(i), weights[i]);
    }
    return learned;
  }

  private static <S> void addGradient(
      Example<S> example, List<S> order, double[] weights, double[] gradient, double counts) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * example.signs().getOrDefault(order.get(i), 0.0);
    }
    double off = 1 / (1 + Math.exp(-sum)) - (example.holds() ? 1 : 0);
    for (int i = 0; i < weights.length; i++) {
      gradient[i] += counts * off * example.signs().getOrDefault(order.get(i), 0.0);
    }
  }
}
