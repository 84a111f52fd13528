package org.hamsafar.knowledge;

import java.util.List;
import java.util.Map;
import org.hamsafar.language.LanguageTag;

/**
 * One thing and its words in every language and spelling.
 *
 * @param meaning one line that says what it is
 */
public record Concept(
    String id, Map<LanguageTag, String> meaning, Map<LanguageTag, List<String>> words) {
  public Concept {
    meaning = Map.copyOf(meaning);
    words = Map.copyOf(words);
  }
}
