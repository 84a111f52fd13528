package org.hamsafar.knowledge;

import java.util.List;
import java.util.Map;
import org.hamsafar.language.LanguageTag;

/**
 * Whole messages of one language from which danger is learned.
 *
 * @param harmless messages that only sound like danger
 */
public record DangerExamples(
    LanguageTag language, Map<Danger, List<String>> messages, List<String> harmless) {
  public DangerExamples {
    messages = Map.copyOf(messages);
    harmless = List.copyOf(harmless);
  }
}
