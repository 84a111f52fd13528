package org.hamsafar.retrieval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hamsafar.language.Folding;
import org.hamsafar.language.SoundKey;

/** What a folded word is cut into besides its stem. */
public final class WordParts {
  static final int RUN = 4;
  private static final int SHORTEST_SOUND = 3;

  private WordParts() {}

  /**
   * The runs of four letters of a text, each as often as it stands there. A space counts as a
   * letter: a run that has one tells which words stand beside each other.
   */
  public static List<String> letters(List<String> words) {
    String text = spaced(words);
    List<String> runs = new ArrayList<>(text.length());
    for (int start = 0; start + RUN <= text.length(); start++) {
      runs.add(text.substring(start, start + RUN));
    }
    return runs;
  }

  /** The text that runs are cut from; empty if there are no words. */
  public static String spaced(List<String> words) {
    return words.isEmpty() ? "" : ' ' + String.join(" ", words) + ' ';
  }

  /**
   * The sound key of a word if it tells words apart: three consonants or more, or a number. Empty
   * otherwise.
   */
  static String sound(String word) {
    String key = SoundKey.of(Folding.squeeze(word));
    boolean number = !word.isEmpty() && Character.isDigit(word.charAt(0));
    return key.length() >= SHORTEST_SOUND || (number && !key.isEmpty()) ? key : "";
  }

  /** The different sound keys of all words. */
  static Set<String> sounds(List<String> words) {
    Set<String> keys = new LinkedHashSet<>();
    for (String word : words) {
      String key = sound(word);
      if (!key.isEmpty()) {
        keys.add(key);
      }
    }
    return keys;
  }
}
