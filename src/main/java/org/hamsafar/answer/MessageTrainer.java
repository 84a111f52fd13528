package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns a {@link MessageModel}: stochastic gradient descent, the length of each step by what each
 * weight has moved (Adagrad; Duchi et al., 2011). The same examples give the same weights.
 */
final class MessageTrainer {
  private static final float LEAST_MOVE = 1e-3f;

  /** Against learning single messages by heart. */
  private static final float COST_OF_WEIGHT = 1e-5f;

  private static final long SEED = 20261128;

  /** Features are shared out among so many threads: each weight is moved by one of them. */
  private static final int STRANDS = 2;

  private final int kinds;
  private final MessageModel.Course course;
  private final List<Row> rows;
  private final float[] rarity;
  private final float[] weights;
  private final float[] squares;

  /** An example as numbers. */
  private static final class Row {
    final WeighedMessage message;
    final int kind;
    final double weight;

    Row(MessageModel.Example example, int[] features, float[] rarity) {
      this.message = WeighedMessage.of(features, rarity);
      this.kind = example.kind();
      this.weight = example.weight();
    }
  }

  /** Which kinds an example is judged wrongly for, and by how much. */
  private static final class Errors {
    final int[] kinds;
    final float[] by;

    Errors(int[] kinds, float[] by) {
      this.kinds = kinds;
      this.by = by;
    }
  }

  MessageTrainer(int kinds, List<MessageModel.Example> examples, MessageModel.Course course) {
    this.kinds = kinds;
    this.course = course;
    List<int[]> features =
        examples.parallelStream()
            .map(e -> MessageFeatures.of(e.message(), course.grain()))
            .toList();
    this.rarity =
        course.byRarity()
            ? WeighedMessage.rarity(features, course.grain().buckets())
            : WeighedMessage.alike();
    this.rows = new ArrayList<>(examples.size());
    for (MessageModel.Example example : examples) {
      rows.add(new Row(example, features.get(rows.size()), rarity));
    }
    this.weights = new float[course.grain().buckets() * kinds];
    this.squares = new float[weights.length];
  }

  /** What each feature tells; empty if all tell as much. */
  float[] rarity() {
    return rarity;
  }

  /** Weights by feature, and within a feature by kind. */
  float[] learn() {
    Random random = new Random(SEED);
    boolean lastCounts = course.averaged() == 1;
    float[] mean = lastCounts ? weights : new float[weights.length];
    for (int round = 0; round < course.rounds(); round++) {
      Collections.shuffle(rows, random);
      for (int from = 0; from < rows.size(); from += course.atOnce()) {
        step(rows.subList(from, Math.min(from + course.atOnce(), rows.size())));
      }
      if (!lastCounts && round >= course.rounds() - course.averaged()) {
        for (int i = 0; i < mean.length; i++) {
          mean[i] += weights[i] / course.averaged();
        }
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] *= course.sharpness();
    }
    return mean;
  }

  /** Judges {@code some} with the same weights, side by side, and then moves them. */
  private void step(List<Row> some) {
    if (some.size() == 1) {
      move(some.getFirst(), errors(some.getFirst()));
      return;
    }
    List<Errors> errors = some.parallelStream().map(this::errors).toList();
    IntStream.range(0, STRANDS)
        .parallel()
        .forEach(strand -> {
          for (int i = 0; i < errors.size(); i++) {
            move(some.get(i), errors.get(i), strand);
          }
        });
  }

  private Errors errors(Row row) {
    float[] sums = new float[kinds];
    for (int i = 0; i < row.message.features.length; i++) {
      addTo(sums, weights, row.message.features[i] * kinds, row.message.worths[i]);
    }
    double[] shares = MessageModel.shares(sums, row.message.scale);
    int[] wrong = new int[kinds];
    int size = 0;
    for (int kind = 0; kind < kinds; kind++) {
      shares[kind] -= kind == row.kind ? 1 : 0;
      if (Math.abs(shares[kind]) >= course.negligible()) {
        wrong[size++] = kind;
      }
    }
    float[] by = new float[size];
    for (int i = 0; i < size; i++) {
      by[i] = (float) (shares[wrong[i]] * row.weight * row.message.scale);
    }
    return new Errors(Arrays.copyOf(wrong, size), by);
  }

  /** Most of the time of learning goes by here: the arrays are at hand. */
  private static void addTo(float[] sums, float[] weights, int from, float worth) {
    for (int kind = 0; kind < sums.length; kind++) {
      sums[kind] += worth * weights[from + kind];
    }
  }

  private void move(Row row, Errors errors) {
    for (int strand = 0; strand < STRANDS; strand++) {
      move(row, errors, strand);
    }
  }

  /** Moves the weights of every feature that falls to {@code strand}. */
  private void move(Row row, Errors errors, int strand) {
    for (int i = 0; i < row.message.features.length; i++) {
      if (row.message.features[i] % STRANDS != strand) {
        continue;
      }
      int from = row.message.features[i] * kinds;
      float worth = row.message.worths[i];
      for (int j = 0; j < errors.kinds.length; j++) {
        int at = from + errors.kinds[j];
        float slope = errors.by[j] * worth + COST_OF_WEIGHT * weights[at];
        squares[at] += slope * slope;
        weights[at] -= course.rate() * slope / ((float) Math.sqrt(squares[at]) + LEAST_MOVE);
      }
    }
  }
}
