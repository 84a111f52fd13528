package org.hamsafar.answer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How likely a message is of each of several kinds: softmax regression over hashed words and runs
 * of letters, learned from example messages. The same examples give the same model.
 */
final class MessageModel {
  private static final double RATE = 0.3;

  /** Against learning single messages by heart. */
  private static final double COST_OF_WEIGHT = 1e-5;

  private static final long SEED = 20261128;
  private static final int FLOATS_AT_ONCE = 1 << 14;

  private final int kinds;
  private final MessageFeatures.Grain grain;
  private final float[] weights;

  /**
   * A message to learn from.
   *
   * @param kind which it is of, from 0
   * @param weight how much it counts
   */
  record Example(String message, int kind, double weight) {}

  /**
   * How long to learn.
   *
   * @param grain what is learned from each message
   * @param rounds how often every example is seen
   * @param averaged the weights are the mean of those after so many last rounds: the order of
   *     messages tells less
   * @param negligible an error so small teaches nothing
   */
  record Course(MessageFeatures.Grain grain, int rounds, int averaged, double negligible) {}

  /** An example as numbers. */
  private static final class Row {
    final int[] features;
    final int kind;
    final double weight;

    Row(Example example, MessageFeatures.Grain grain) {
      this.features = MessageFeatures.of(example.message(), grain);
      this.kind = example.kind();
      this.weight = example.weight();
    }
  }

  private MessageModel(int kinds, MessageFeatures.Grain grain, float[] weights) {
    this.kinds = kinds;
    this.grain = grain;
    this.weights = weights;
  }

  /** A model that has learned nothing. */
  static MessageModel blind(int kinds, Course course) {
    return new MessageModel(kinds, course.grain(), new float[0]);
  }

  boolean isBlind() {
    return weights.length == 0;
  }

  static MessageModel learn(int kinds, List<Example> examples, Course course) {
    MessageModel model =
        new MessageModel(kinds, course.grain(), new float[course.grain().buckets() * kinds]);
    List<Row> rows = new ArrayList<>(examples.size());
    examples.forEach(e -> rows.add(new Row(e, course.grain())));
    Random random = new Random(SEED);
    float[] squares = new float[model.weights.length];
    float[] mean = new float[model.weights.length];
    for (int round = 0; round < course.rounds(); round++) {
      Collections.shuffle(rows, random);
      rows.forEach(row -> model.step(row, squares, course.negligible()));
      for (int i = 0; round >= course.rounds() - course.averaged() && i < mean.length; i++) {
        mean[i] += model.weights[i] / course.averaged();
      }
    }
    return new MessageModel(kinds, course.grain(), mean);
  }

  /**
   * One step of stochastic gradient descent, its length by what each weight has moved (Adagrad).
   */
  private void step(Row row, float[] squares, double negligible) {
    double[] shares = shares(row.features);
    double scale = row.weight / Math.sqrt(row.features.length + 1.0);
    for (int kind = 0; kind < kinds; kind++) {
      double off = shares[kind] - (kind == row.kind ? 1 : 0);
      if (Math.abs(off) < negligible) {
        continue;
      }
      double error = off * scale;
      for (int feature : row.features) {
        int at = feature * kinds + kind;
        double slope = error + COST_OF_WEIGHT * weights[at];
        squares[at] += (float) (slope * slope);
        weights[at] -= (float) (RATE * slope / (Math.sqrt(squares[at]) + 1e-3));
      }
    }
  }

  /** The probability of each kind. */
  double[] judge(String message) {
    if (isBlind()) {
      double[] equal = new double[kinds];
      Arrays.fill(equal, 1.0 / kinds);
      return equal;
    }
    return shares(MessageFeatures.of(message, grain));
  }

  private double[] shares(int[] features) {
    double[] scores = new double[kinds];
    double scale = 1 / Math.sqrt(features.length + 1.0);
    for (int feature : features) {
      for (int kind = 0; kind < kinds; kind++) {
        scores[kind] += weights[feature * kinds + kind] * scale;
      }
    }
    double best = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      best = Math.max(best, score);
    }
    double sum = 0;
    for (int kind = 0; kind < kinds; kind++) {
      scores[kind] = Math.exp(scores[kind] - best);
      sum += scores[kind];
    }
    for (int kind = 0; kind < kinds; kind++) {
      scores[kind] /= sum;
    }
    return scores;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(weights.length);
    for (int from = 0; from < weights.length; from += FLOATS_AT_ONCE) {
      int count = Math.min(FLOATS_AT_ONCE, weights.length - from);
      ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES);
      bytes.asFloatBuffer().put(weights, from, count);
      out.write(bytes.array());
    }
  }

  static MessageModel read(DataInput in, int kinds, Course course) throws IOException {
    int length = in.readInt();
    if (length != 0 && length != course.grain().buckets() * kinds) {
      throw new IOException("another shape");
    }
    float[] weights = new float[length];
    for (int from = 0; from < length; from += FLOATS_AT_ONCE) {
      int count = Math.min(FLOATS_AT_ONCE, length - from);
      byte[] bytes = new byte[count * Float.BYTES];
      in.readFully(bytes);
      ByteBuffer.wrap(bytes).asFloatBuffer().get(weights, from, count);
    }
    return new MessageModel(kinds, course.grain(), weights);
  }
}
