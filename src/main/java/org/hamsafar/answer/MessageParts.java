package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the parts of a message are each about: people write of several matters at once, and seldom
 * set a full stop between them. Runs of neighbouring words of a sentence are judged by themselves;
 * the surest are kept that do not overlap.
 */
final class MessageParts {
  /** Words of a run. */
  private static final List<Integer> LENGTHS = List.of(4, 6, 9, 14);

  /** A run that is less surely of one kind tells nothing. */
  private static final double LIKELY = 0.3;

  /** So many words may belong to two runs. */
  private static final int SHARED = 1;

  private static final int MOST = 4;

  private MessageParts() {}

  /**
   * A run of words and the kind that it is likeliest of.
   *
   * @param from its first word, from 0
   * @param to after its last word
   */
  record Part(int from, int to, int kind, double share) {
    private boolean overlaps(Part other) {
      return Math.min(to, other.to) - Math.max(from, other.from) > SHARED;
    }
  }

  /** The parts in their order, at most one of each kind. */
  static List<Part> of(List<WordSums> sentences) {
    List<Part> runs = new ArrayList<>();
    int words = 0;
    for (WordSums sentence : sentences) {
      for (WordSums.Run run : sentence.runs(LENGTHS)) {
        Part part = part(sentence, run, words);
        if (part.share() >= LIKELY) {
          runs.add(part);
        }
      }
      words += sentence.words();
    }
    runs.sort(Comparator.comparingDouble(Part::share).reversed());
    List<Part> parts = new ArrayList<>();
    Set<Integer> kinds = new HashSet<>();
    for (Part run : runs) {
      if (parts.size() < MOST && parts.stream().noneMatch(run::overlaps) && kinds.add(run.kind())) {
        parts.add(run);
      }
    }
    parts.sort(Comparator.comparingInt(Part::from));
    return parts;
  }

  /**
   * @param before how many words are before the sentence
   */
  private static Part part(WordSums sentence, WordSums.Run run, int before) {
    double[] shares = sentence.shares(run);
    int likeliest = MessageModel.likeliest(shares, _ -> true);
    return new Part(before + run.from(), before + run.to(), likeliest, shares[likeliest]);
  }
}
