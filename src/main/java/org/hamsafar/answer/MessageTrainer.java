package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Learns a {@link MessageModel}: stochastic gradient descent, the length of each step by what each
 * weight has moved (Adagrad; Duchi et al., 2011). The same examples give the same weights.
 */
final class MessageTrainer {
  private static final float RATE = 0.3f;
  private static final float LEAST_MOVE = 1e-3f;

  /** Against learning single messages by heart. */
  private static final float COST_OF_WEIGHT = 1e-5f;

  private static final long SEED = 20261128;

  private final int kinds;
  private final MessageModel.Course course;
  private final List<Row> rows;
  private final float[] weights;
  private final float[] squares;

  /** An example as numbers. */
  private static final class Row {
    final int[] features;
    final int kind;
    final double weight;

    Row(MessageModel.Example example, MessageFeatures.Grain grain) {
      this.features = MessageFeatures.of(example.message(), grain);
      this.kind = example.kind();
      this.weight = example.weight();
    }
  }

  MessageTrainer(int kinds, List<MessageModel.Example> examples, MessageModel.Course course) {
    this.kinds = kinds;
    this.course = course;
    this.rows =
        new ArrayList<>(examples.parallelStream().map(e -> new Row(e, course.grain())).toList());
    this.weights = new float[course.grain().buckets() * kinds];
    this.squares = new float[weights.length];
  }

  /** Weights by feature, and within a feature by kind. */
  float[] learn() {
    Random random = new Random(SEED);
    float[] mean = new float[weights.length];
    for (int round = 0; round < course.rounds(); round++) {
      Collections.shuffle(rows, random);
      rows.forEach(this::step);
      for (int i = 0; round >= course.rounds() - course.averaged() && i < mean.length; i++) {
        mean[i] += weights[i] / course.averaged();
      }
    }
    return mean;
  }

  private void step(Row row) {
    double[] shares = MessageModel.shares(sums(row.features), row.features.length);
    double scale = row.weight * MessageModel.scale(row.features.length);
    for (int kind = 0; kind < kinds; kind++) {
      double off = shares[kind] - (kind == row.kind ? 1 : 0);
      if (Math.abs(off) >= course.negligible()) {
        move(row.features, kind, (float) (off * scale));
      }
    }
  }

  private float[] sums(int[] features) {
    float[] sums = new float[kinds];
    for (int feature : features) {
      for (int kind = 0, at = feature * kinds; kind < kinds; kind++, at++) {
        sums[kind] += weights[at];
      }
    }
    return sums;
  }

  private void move(int[] features, int kind, float error) {
    for (int feature : features) {
      int at = feature * kinds + kind;
      float slope = error + COST_OF_WEIGHT * weights[at];
      squares[at] += slope * slope;
      weights[at] -= RATE * slope / ((float) Math.sqrt(squares[at]) + LEAST_MOVE);
    }
  }
}
