package org.hamsafar.answer;

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

  /** How likely the words from one place to another are of each kind. */
  double[] shares(int from, int to) {
    float[] sums = weights[to].clone();
    for (int kind = 0; kind < sums.length; kind++) {
      sums[kind] = possible[kind] ? sums[kind] - weights[from][kind] : Float.NEGATIVE_INFINITY;
    }
    return MessageModel.shares(sums, 1 / Math.sqrt(1 + squares[to] - squares[from]));
  }
}
