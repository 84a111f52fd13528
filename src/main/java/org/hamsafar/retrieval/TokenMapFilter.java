package org.hamsafar.retrieval;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Maps each token by a function; a token mapped to nothing is dropped. */
final class TokenMapFilter extends TokenFilter {
  private static final int MAX_TOKEN = 40;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final UnaryOperator<String> map;

  TokenMapFilter(TokenStream input, UnaryOperator<String> map) {
    super(input);
    this.map = map;
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (input.incrementToken()) {
      String token = term.toString();
      String mapped = map.apply(token.length() > MAX_TOKEN ? token.substring(0, MAX_TOKEN) : token);
      if (!mapped.isEmpty()) {
        term.setEmpty().append(mapped);
        return true;
      }
    }
    return false;
  }
}
