package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * A message word by word, added up so that any run of its words is judged at the cost of one. What
 * stands twice in a run counts twice; else it is judged as if it were a message.
 */
final class WordSums {
  /** What the words before each weigh together, by kind. */
  private final float[][] weights;

  private final boolean[] possible;

  /** The squares of what their features are worth. */
  private final double[] squares;

  /**
   * @param words the features of each word
   * @param rarity of each feature; empty if all tell as much
   * @param possible whether it may be of each kind
   */
  WordSums(List<int[]> words, float[] rarity, ByteWeights learned, boolean[] possible) {
    this.possible = possible;
    this.weights = new float[words.size() + 1][possible.length];
    this.squares = new double[words.size() + 1];
    for (int i = 0; i < words.size(); i++) {
      WeighedMessage word = WeighedMessage.of(words.get(i), rarity);
      float[] sums = weights[i].clone();
      word.addTo(sums, learned);
      weights[i + 1] = sums;
      squares[i + 1] = squares[i] + 1 / (word.scale * word.scale) - 1;
    }
  }

  int words() {
    return squares.length - 1;
  }

  /**
   * Neighbouring words.
   *
   * @param from the first, from 0
   * @param to after the last
   */
  record Run(int from, int to) {}

  /** All runs of some lengths; where there are fewer words, all of them. */
  List<Run> runs(List<Integer> lengths) {
    List<Run> runs = new ArrayList<>();
    for (int length : lengths) {
      int end = Math.min(length, words());
      for (; end <= words() && end > 0; end++) {
        runs.add(new Run(Math.max(0, end - length), end));
      }
    }
    return runs;
  }

  /** How likely some of the words are of each kind. */
  double[] shares(Run run) {
    float[] sums = weights[run.to()].clone();
    float[] before = weights[run.from()];
    for (int kind = 0; kind < sums.length; kind++) {
      sums[kind] = possible[kind] ? sums[kind] - before[kind] : Float.NEGATIVE_INFINITY;
    }
    return MessageModel.shares(sums, 1 / Math.sqrt(1 + squares[run.to()] - squares[run.from()]));
  }
}
