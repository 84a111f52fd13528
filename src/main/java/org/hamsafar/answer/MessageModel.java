package org.hamsafar.answer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * How likely a message is of each of several kinds: softmax regression over hashed words and runs
 * of letters, learned from example messages. The same examples give the same model.
 */
final class MessageModel {
  private static final int WEIGHTS_AT_ONCE = 1 << 14;

  private final int kinds;
  private final MessageFeatures.Grain grain;

  /** What each feature tells; empty if all tell as much. */
  private final float[] rarity;

  /** Of two bytes each: nobody hears the difference, and they are most of what answering keeps. */
  private final short[] weights;

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
   * @param byRarity whether what few messages have tells more
   */
  record Course(
      MessageFeatures.Grain grain, int rounds, int averaged, double negligible, boolean byRarity) {}

  private MessageModel(int kinds, MessageFeatures.Grain grain, float[] rarity, short[] weights) {
    this.kinds = kinds;
    this.grain = grain;
    this.rarity = rarity;
    this.weights = weights;
  }

  /** A model that has learned nothing. */
  static MessageModel blind(int kinds, Course course) {
    return new MessageModel(kinds, course.grain(), WeighedMessage.alike(), new short[0]);
  }

  boolean isBlind() {
    return weights.length == 0;
  }

  static MessageModel learn(int kinds, List<Example> examples, Course course) {
    MessageTrainer trainer = new MessageTrainer(kinds, examples, course);
    float[] learned = trainer.learn();
    short[] weights = new short[learned.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Float.floatToFloat16(learned[i]);
    }
    return new MessageModel(kinds, course.grain(), trainer.rarity(), weights);
  }

  /** The probability of each kind. */
  double[] judge(String message) {
    if (isBlind()) {
      double[] equal = new double[kinds];
      Arrays.fill(equal, 1.0 / kinds);
      return equal;
    }
    return shares(WeighedMessage.of(MessageFeatures.of(message, grain), rarity));
  }

  private double[] shares(WeighedMessage message) {
    float[] sums = new float[kinds];
    for (int i = 0; i < message.features.length; i++) {
      float worth = message.worths[i];
      for (int kind = 0, at = message.features[i] * kinds; kind < kinds; kind++, at++) {
        sums[kind] += worth * Float.float16ToFloat(weights[at]);
      }
    }
    return shares(sums, message.scale);
  }

  /**
   * The share of each kind.
   *
   * @param sums of the weights of a message's features, by kind
   * @param scale what the sums are multiplied by
   */
  static double[] shares(float[] sums, double scale) {
    double best = Double.NEGATIVE_INFINITY;
    for (float sum : sums) {
      best = Math.max(best, sum * scale);
    }
    double[] shares = new double[sums.length];
    double all = 0;
    for (int kind = 0; kind < shares.length; kind++) {
      shares[kind] = Math.exp(sums[kind] * scale - best);
      all += shares[kind];
    }
    for (int kind = 0; kind < shares.length; kind++) {
      shares[kind] /= all;
    }
    return shares;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(rarity.length);
    for (float r : rarity) {
      out.writeFloat(r);
    }
    out.writeInt(weights.length);
    for (int from = 0; from < weights.length; from += WEIGHTS_AT_ONCE) {
      int count = Math.min(WEIGHTS_AT_ONCE, weights.length - from);
      ByteBuffer bytes = ByteBuffer.allocate(count * Short.BYTES);
      bytes.asShortBuffer().put(weights, from, count);
      out.write(bytes.array());
    }
  }

  static MessageModel read(DataInput in, int kinds, Course course) throws IOException {
    float[] rarity = new float[in.readInt()];
    for (int i = 0; i < rarity.length; i++) {
      rarity[i] = in.readFloat();
    }
    int length = in.readInt();
    if (length != 0 && length != course.grain().buckets() * kinds) {
      throw new IOException("another shape");
    }
    short[] weights = new short[length];
    for (int from = 0; from < length; from += WEIGHTS_AT_ONCE) {
      int count = Math.min(WEIGHTS_AT_ONCE, length - from);
      byte[] bytes = new byte[count * Short.BYTES];
      in.readFully(bytes);
      ByteBuffer.wrap(bytes).asShortBuffer().get(weights, from, count);
    }
    return new MessageModel(kinds, course.grain(), rarity, weights);
  }
}
