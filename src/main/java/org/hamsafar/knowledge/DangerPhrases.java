package org.hamsafar.knowledge;

import java.util.List;
import java.util.Map;
import org.hamsafar.language.LanguageTag;

/**
 * Phrases of one language that mean danger, in the pattern language of {@code safety/README.md}.
 *
 * @param harmless phrases that only look like danger
 */
public record DangerPhrases(
    LanguageTag language, Map<Danger, List<String>> patterns, List<String> harmless) {
  public DangerPhrases {
    patterns = Map.copyOf(patterns);
    harmless = List.copyOf(harmless);
  }
}
