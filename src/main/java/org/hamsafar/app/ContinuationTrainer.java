package org.hamsafar.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hamsafar.answer.Answerer;
import org.hamsafar.answer.PointModel;
import org.hamsafar.answer.Question;
import org.hamsafar.answer.RankingModel;
import org.hamsafar.answer.Signals;
import org.hamsafar.answer.ThreadSign;
import org.hamsafar.answer.ThreadSigns;
import org.hamsafar.knowledge.TestQuestion;

/**
 * Learns whether a message goes on about what was read before it, is about something that was
 * offered, or brings a new matter: by softmax regression.
 *
 * @param read weights of the signs of what was read
 * @param offered weights of the signs of what was offered
 */
record ContinuationTrainer(Map<ThreadSign, Double> read, Map<ThreadSign, Double> offered) {
  private static final List<ThreadSign> SIGNS = List.of(ThreadSign.values());

  /** What a message may be about, and how much all that are together count in learning. */
  private enum Kind {
    /** More than its share of the examples: what is read again helps nobody who asks anew. */
    NEW(0.33),
    READ(0.45),
    OFFERED(0.22);

    private final double counts;

    Kind(double counts) {
      this.counts = counts;
    }
  }

  /** A message beside what it may be about. */
  private record Example(Kind kind, List<double[]> options, Set<Integer> right) {}

  /**
   * @param following messages that follow upon an answer
   */
  static ContinuationTrainer learn(Answerer answerer, List<TestQuestion> following) {
    List<Example> examples = following.stream().map(test -> example(answerer, test)).toList();
    Map<Kind, Long> alike =
        examples.stream().collect(Collectors.groupingBy(Example::kind, Collectors.counting()));
    List<Softmax.Contest> contests =
        examples.stream()
            .map(e ->
                new Softmax.Contest(
                    e.options(), e.right(), e.kind().counts / alike.getOrDefault(e.kind(), 1L)))
            .toList();
    double[] weights = Softmax.learn(contests, Descent.ofAll(2 * SIGNS.size(), 0));
    return new ContinuationTrainer(named(weights, 0), named(weights, SIGNS.size()));
  }

  RankingModel with(Map<RankingModel.Layer, Signals> weights, PointModel points) {
    return new RankingModel(weights, read, offered, points);
  }

  /** A new matter has no signs: it is what the others are compared with. */
  private static Example example(Answerer answerer, TestQuestion test) {
    Question question = Evaluation.question(test, answerer);
    ThreadSigns signs = answerer.signs(question);
    List<double[]> options = new ArrayList<>();
    Set<Integer> right = new HashSet<>();
    options.add(new double[2 * SIGNS.size()]);
    boolean read = question.thread().stream().anyMatch(test.entries()::contains);
    if (read) {
      right.add(options.size());
    }
    signs.read().ifPresent(of -> options.add(placed(of, 0)));
    signs
        .offered()
        .forEach((entry, of) -> {
          if (test.entries().contains(entry)) {
            right.add(options.size());
          }
          options.add(placed(of, SIGNS.size()));
        });
    return right.isEmpty()
        ? new Example(Kind.NEW, options, Set.of(0))
        : new Example(read ? Kind.READ : Kind.OFFERED, options, right);
  }

  private static double[] placed(Map<ThreadSign, Double> signs, int from) {
    double[] placed = new double[2 * SIGNS.size()];
    signs.forEach((sign, value) -> placed[from + SIGNS.indexOf(sign)] = value);
    return placed;
  }

  private static Map<ThreadSign, Double> named(double[] weights, int from) {
    Map<ThreadSign, Double> named = new EnumMap<>(ThreadSign.class);
    for (int i = 0; i < SIGNS.size(); i++) {
      named.put(SIGNS.get(i), weights[from + i]);
    }
    return named;
  }
}
