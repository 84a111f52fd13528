package org.hamsafar.retrieval;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/**
 * The runs of four letters of a passage, each once, with how often it stands there. They are kept
 * as numbers: there are as many as letters, and strings would be most of what building an index
 * takes.
 */
final class LetterRuns extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
  private final long[] runs;
  private int at;

  /**
   * @param words of the passage, folded
   */
  LetterRuns(List<String> words) {
    String text = WordParts.spaced(words);
    this.runs = new long[Math.max(0, text.length() - WordParts.RUN + 1)];
    long run = 0;
    for (int end = 0; end < text.length(); end++) {
      run = (run << Character.SIZE) | text.charAt(end);
      if (end >= WordParts.RUN - 1) {
        runs[end - WordParts.RUN + 1] = run;
      }
    }
    Arrays.sort(runs);
  }

  @Override
  public boolean incrementToken() {
    if (at == runs.length) {
      return false;
    }
    // Both attributes are set anew below; clearing all of a stream's costs more than the rest.
    term.setEmpty();
    long run = runs[at];
    int first = at;
    while (at < runs.length && runs[at] == run) {
      at++;
    }
    for (int letter = WordParts.RUN - 1; letter >= 0; letter--) {
      term.append((char) (run >>> (Character.SIZE * letter)));
    }
    frequency.setTermFrequency(at - first);
    return true;
  }

  @Override
  public void reset() {
    at = 0;
  }
}
