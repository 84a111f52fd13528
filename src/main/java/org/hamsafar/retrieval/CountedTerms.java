package org.hamsafar.retrieval;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/**
 * Terms that stand for numbers, as Lucene takes them: each once, with how often it stands there. A
 * passage repeats its words, and Lucene takes long over each.
 */
final class CountedTerms extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
  private final long[] sorted;
  private final Spelling spelling;
  private int at;

  /** How a number is written. */
  interface Spelling {
    void write(long number, CharTermAttribute term);
  }

  /**
   * @param numbers in any order, as often as they stand there
   */
  CountedTerms(long[] numbers, Spelling spelling) {
    this.sorted = numbers.clone();
    Arrays.sort(sorted);
    this.spelling = spelling;
  }

  @Override
  public boolean incrementToken() {
    if (at == sorted.length) {
      return false;
    }
    int first = at;
    while (at < sorted.length && sorted[at] == sorted[first]) {
      at++;
    }
    // Both attributes are set anew; clearing all of a stream's costs more than the rest.
    spelling.write(sorted[first], term.setEmpty());
    frequency.setTermFrequency(at - first);
    return true;
  }

  @Override
  public void reset() {
    at = 0;
  }
}
