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
    WeighedMessage message = row.message;
    double[] shares = MessageModel.shares(sums(message), message.scale);
    double scale = row.weight * message.scale;
    for (int kind = 0; kind < kinds; kind++) {
      double off = shares[kind] - (kind == row.kind ? 1 : 0);
      if (Math.abs(off) >= course.negligible()) {
        move(message, kind, (float) (off * scale));
      }
    }
  }

  private float[] sums(WeighedMessage message) {
    float[] sums = new float[kinds];
    for (int i = 0; i < message.features.length; i++) {
      float worth = message.worths[i];
      for (int kind = 0, at = message.features[i] * kinds; kind < kinds; kind++, at++) {
        sums[kind] += worth * weights[at];
      }
    }
    return sums;
  }

  private void move(WeighedMessage message, int kind, float error) {
    for (int i = 0; i < message.features.length; i++) {
      int at = message.features[i] * kinds + kind;
      float slope = error * message.worths[i] + COST_OF_WEIGHT * weights[at];
      squares[at] += slope * slope;
      weights[at] -= RATE * slope / ((float) Math.sqrt(squares[at]) + LEAST_MOVE);
    }
  }
}
