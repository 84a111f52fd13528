package org.hamsafar.retrieval;

import java.io.Reader;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.hamsafar.language.Folding;

/**
 * The pipeline of every language: separators → words by UAX #29 → folded letters → the language's
 * own light stemming.
 */
final class LanguageAnalyzer extends Analyzer {
  private final NormalizeCharMap separators;
  private final UnaryOperator<String> stem;

  LanguageAnalyzer(UnaryOperator<String> stem) {
    this.stem = stem;
    NormalizeCharMap.Builder builder = new NormalizeCharMap.Builder();
    builder.add("\u200C", " ");
    builder.add("`", "'");
    builder.add("_", " ");
    this.separators = builder.build();
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer words = new StandardTokenizer();
    TokenStream folded = new TokenMapFilter(words, Folding::fold);
    return new TokenStreamComponents(words, new TokenMapFilter(folded, stem));
  }

  @Override
  protected Reader initReader(String fieldName, Reader reader) {
    return new MappingCharFilter(separators, reader);
  }
}
