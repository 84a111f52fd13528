package org.hamsafar.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts text of any language into words: separators, then UAX #29. */
final class WordCutter extends Analyzer {
  private static final int MAX_WORD = 40;

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    return new TokenStreamComponents(new StandardTokenizer());
  }

  /** Gives every word in its order, overlong ones cut off. */
  void cut(String text, Consumer<String> words) {
    try (TokenStream stream = tokenStream("text", separated(text))) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.accept(cut(term.toString()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String cut(String word) {
    return word.length() > MAX_WORD ? word.substring(0, MAX_WORD) : word;
  }

  /** What joins or quotes where it is typed, but does not belong to a word. */
  private static String separated(String text) {
    return text.replace('\u200C', ' ').replace('`', '\'').replace('_', ' ');
  }
}
