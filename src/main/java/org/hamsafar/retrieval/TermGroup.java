package org.hamsafar.retrieval;

import java.util.Map;

/**
 * What may stand for one word of a question, and how much finding it counts.
 *
 * @param place where it is looked up
 * @param weight above 0; 1 for a word that a person typed
 * @param alternatives terms with the probability that they mean the word; never empty
 */
public record TermGroup(Place place, float weight, Map<String, Float> alternatives) {
  /** Which terms of a passage are compared. */
  public enum Place {
    /** Stemmed words, in each part of the passage. */
    WORDS,
    /** Runs of four letters anywhere in it: compounds, endings and slips of the finger meet. */
    LETTERS,
    /** Sound keys anywhere in it: names and host-country words meet across scripts. */
    SOUNDS
  }

  public TermGroup {
    alternatives = Map.copyOf(alternatives);
    if (alternatives.isEmpty() || !(weight > 0)) {
      throw new IllegalArgumentException("a group of nothing");
    }
  }

  /** A group of one certain term. */
  public static TermGroup of(Place place, String term, float weight) {
    return new TermGroup(place, weight, Map.of(term, 1f));
  }
}
