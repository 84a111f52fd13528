package org.hamsafar.answer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.hamsafar.language.Folding;

/**
 * How likely a message is of each of several kinds: softmax regression over hashed words and runs
 * of letters, learned from example messages. The same examples give the same model.
 */
final class MessageModel {
  private final int kinds;
  private final MessageFeatures.Grain grain;

  /** What each feature tells; empty if all tell as much. */
  private final float[] rarity;

  private final ByteWeights weights;

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
   * @param rate how far a weight is moved at first
   * @param negligible an error so small teaches nothing
   * @param atOnce how many are judged before the weights are moved
   * @param byRarity whether what few messages have tells more
   * @param sharpness what the weights are multiplied by in the end: who has not learned for long is
   *     right more often than sure
   */
  record Course(
      MessageFeatures.Grain grain,
      int rounds,
      int averaged,
      float rate,
      double negligible,
      int atOnce,
      boolean byRarity,
      float sharpness) {}

  private MessageModel(
      int kinds, MessageFeatures.Grain grain, float[] rarity, ByteWeights weights) {
    this.kinds = kinds;
    this.grain = grain;
    this.rarity = rarity;
    this.weights = weights;
  }

  /** A model that has learned nothing. */
  static MessageModel blind(int kinds, Course course) {
    return new MessageModel(
        kinds, course.grain(), WeighedMessage.alike(), ByteWeights.of(new float[0]));
  }

  boolean isBlind() {
    return weights.length() == 0;
  }

  static MessageModel learn(int kinds, List<Example> examples, Course course) {
    MessageTrainer trainer = new MessageTrainer(kinds, examples, course);
    ByteWeights weights = ByteWeights.of(trainer.learn());
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
    message.addTo(sums, weights);
    return shares(sums, message.scale);
  }

  /**
   * What the parts of a message are each of.
   *
   * @param possible whether a part may be of each kind
   */
  List<MessageParts.Part> parts(String message, boolean[] possible) {
    return isBlind()
        ? List.of()
        : MessageParts.of(
            Folding.sentences(message).stream()
                .map(s -> new WordSums(MessageFeatures.byWord(s, grain), rarity, weights, possible))
                .toList());
  }

  /**
   * Some neighbouring words of a message.
   *
   * @param share how likely they are of the kind that is asked for
   * @param other the likeliest of the others
   */
  record Run(String words, double share, int other) {}

  /**
   * The words that are least likely of one kind; empty if there are none.
   *
   * @param lengths of runs, in words
   * @param fewest a sentence of fewer words is left out
   */
  Optional<Run> leastOf(int kind, String message, List<Integer> lengths, int fewest) {
    boolean[] possible = new boolean[kinds];
    Arrays.fill(possible, true);
    Optional<Run> least = Optional.empty();
    for (String sentence : isBlind() ? List.<String>of() : Folding.sentences(message)) {
      WordSums sums =
          new WordSums(MessageFeatures.byWord(sentence, grain), rarity, weights, possible);
      boolean tells = sums.words() >= fewest;
      for (WordSums.Run run : tells ? sums.runs(lengths) : List.<WordSums.Run>of()) {
        double[] shares = sums.shares(run);
        if (least.filter(known -> known.share() <= shares[kind]).isEmpty()) {
          List<String> words = Folding.words(sentence).subList(run.from(), run.to());
          least =
              Optional.of(
                  new Run(
                      String.join(" ", words),
                      shares[kind],
                      likeliest(shares, other -> other != kind)));
        }
      }
    }
    return least;
  }

  /** The likeliest of some kinds. */
  static int likeliest(double[] shares, IntPredicate among) {
    int likeliest = -1;
    for (int kind = 0; kind < shares.length; kind++) {
      boolean better = likeliest < 0 || shares[kind] > shares[likeliest];
      likeliest = among.test(kind) && better ? kind : likeliest;
    }
    return likeliest;
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
    ByteBuffer bytes = ByteBuffer.allocate(rarity.length * Float.BYTES);
    bytes.asFloatBuffer().put(rarity);
    out.write(bytes.array());
    out.writeInt(weights.length());
    out.writeFloat(weights.largest());
    out.write(weights.steps());
  }

  static MessageModel read(DataInput in, int kinds, Course course) throws IOException {
    float[] rarity = new float[in.readInt()];
    byte[] bytes = new byte[rarity.length * Float.BYTES];
    in.readFully(bytes);
    ByteBuffer.wrap(bytes).asFloatBuffer().get(rarity);
    int length = in.readInt();
    if (length != 0 && length != course.grain().buckets() * kinds) {
      throw new IOException("another shape");
    }
    float largest = in.readFloat();
    byte[] steps = new byte[length];
    in.readFully(steps);
    return new MessageModel(kinds, course.grain(), rarity, new ByteWeights(steps, largest));
  }
}
