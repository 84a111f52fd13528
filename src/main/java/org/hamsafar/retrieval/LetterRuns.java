package org.hamsafar.retrieval;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The runs of four letters of a passage, as numbers: there are as many as letters, and strings
 * would be most of what building an index takes.
 */
final class LetterRuns {
  private LetterRuns() {}

  /**
   * @param words of the passage, folded
   */
  static TokenStream stream(List<String> words) {
    String text = WordParts.spaced(words);
    long[] runs = new long[Math.max(0, text.length() - WordParts.RUN + 1)];
    long run = 0;
    for (int end = 0; end < text.length(); end++) {
      run = (run << Character.SIZE) | text.charAt(end);
      if (end >= WordParts.RUN - 1) {
        runs[end - WordParts.RUN + 1] = run;
      }
    }
    return new CountedTerms(runs, LetterRuns::write);
  }

  private static void write(long run, CharTermAttribute term) {
    for (int letter = WordParts.RUN - 1; letter >= 0; letter--) {
      term.append((char) (run >>> (Character.SIZE * letter)));
    }
  }
}
