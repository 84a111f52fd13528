package org.hamsafar.answer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hamsafar.knowledge.Danger;

/**
 * How likely a message means danger, and which: softmax regression over hashed words and runs of
 * letters, learned from example messages. It finds what no phrase foresaw; the phrases of {@link
 * CrisisDetector} stand beside it.
 */
public final class DangerModel {
  private static final List<Danger> DANGERS = List.of(Danger.values());
  private static final int NONE = DANGERS.size();
  private static final int KINDS = NONE + 1;
  private static final int ROUNDS = 12;

  /**
   * The weights are the mean of those after so many last rounds: the order of messages tells less.
   */
  private static final int AVERAGED = 8;

  private static final double RATE = 0.3;

  /** Against learning single messages by heart. */
  private static final double COST_OF_WEIGHT = 1e-5;

  private static final long SEED = 20261128;

  private final float[] weights;

  /**
   * A message to learn from.
   *
   * @param danger which danger it means; empty if none
   * @param weight how much it counts
   */
  public record Example(String message, Optional<Danger> danger, double weight) {}

  /**
   * A kind of danger and how likely it is.
   *
   * @param probability of any danger at all, 0 to 1
   */
  public record Verdict(Danger danger, double probability) {}

  /** An example as numbers. */
  private static final class Row {
    final int[] features;
    final int kind;
    final double weight;

    Row(Example example) {
      features = DangerFeatures.of(example.message());
      kind = example.danger().map(DANGERS::indexOf).orElse(NONE);
      weight = example.weight();
    }
  }

  private DangerModel(float[] weights) {
    this.weights = weights;
  }

  /** A model that has learned nothing. */
  public static DangerModel blind() {
    return new DangerModel(new float[0]);
  }

  /** Learns; the same examples give the same model. */
  public static DangerModel learn(List<Example> examples) {
    if (examples.stream().allMatch(e -> e.danger().isEmpty())) {
      return blind();
    }
    DangerModel model = new DangerModel(new float[DangerFeatures.BUCKETS * KINDS]);
    List<Row> rows = new ArrayList<>(examples.stream().map(Row::new).toList());
    Random random = new Random(SEED);
    float[] squares = new float[model.weights.length];
    float[] mean = new float[model.weights.length];
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(rows, random);
      rows.forEach(row -> model.step(row, squares));
      for (int i = 0; round >= ROUNDS - AVERAGED && i < mean.length; i++) {
        mean[i] += model.weights[i] / AVERAGED;
      }
    }
    return new DangerModel(mean);
  }

  /**
   * One step of stochastic gradient descent, its length by what each weight has moved (Adagrad).
   */
  private void step(Row row, float[] squares) {
    double[] shares = shares(row.features);
    double scale = row.weight / Math.sqrt(row.features.length + 1.0);
    for (int kind = 0; kind < KINDS; kind++) {
      double error = (shares[kind] - (kind == row.kind ? 1 : 0)) * scale;
      for (int feature : row.features) {
        int at = feature * KINDS + kind;
        double slope = error + COST_OF_WEIGHT * weights[at];
        squares[at] += (float) (slope * slope);
        weights[at] -= (float) (RATE * slope / (Math.sqrt(squares[at]) + 1e-3));
      }
    }
  }

  private double[] shares(int[] features) {
    double[] scores = new double[KINDS];
    double scale = 1 / Math.sqrt(features.length + 1.0);
    for (int feature : features) {
      for (int kind = 0; kind < KINDS; kind++) {
        scores[kind] += weights[feature * KINDS + kind] * scale;
      }
    }
    double best = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      best = Math.max(best, score);
    }
    double sum = 0;
    for (int kind = 0; kind < KINDS; kind++) {
      scores[kind] = Math.exp(scores[kind] - best);
      sum += scores[kind];
    }
    for (int kind = 0; kind < KINDS; kind++) {
      scores[kind] /= sum;
    }
    return scores;
  }

  /** What {@code message} most likely means if it means danger; empty if nothing was learned. */
  public Optional<Verdict> judge(String message) {
    if (weights.length == 0) {
      return Optional.empty();
    }
    double[] shares = shares(DangerFeatures.of(message));
    int likeliest = 0;
    for (int kind = 1; kind < NONE; kind++) {
      likeliest = shares[kind] > shares[likeliest] ? kind : likeliest;
    }
    return Optional.of(new Verdict(DANGERS.get(likeliest), 1 - shares[NONE]));
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(weights.length);
    for (float weight : weights) {
      out.writeFloat(weight);
    }
  }

  public static DangerModel read(DataInput in) throws IOException {
    int length = in.readInt();
    if (length != 0 && length != DangerFeatures.BUCKETS * KINDS) {
      throw new IOException("another shape");
    }
    float[] weights = new float[length];
    for (int i = 0; i < length; i++) {
      weights[i] = in.readFloat();
    }
    return new DangerModel(weights);
  }
}
