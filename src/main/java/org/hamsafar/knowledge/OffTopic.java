package org.hamsafar.knowledge;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hamsafar.language.LanguageTag;

/**
 * A matter that people ask about and that the bot does not speak of: the weather, a recipe, a false
 * paper.
 *
 * @param id {@code off-topic/} and its name
 * @param refused whether it must not be helped with; else it is merely not the bot's subject
 * @param nearDanger whether somebody in danger may use the same words, so that they must not be
 *     learned as harmless
 * @param asked ways of asking it, by language
 */
public record OffTopic(
    String id, boolean refused, boolean nearDanger, Map<LanguageTag, List<String>> asked) {
  public OffTopic {
    asked = Collections.unmodifiableMap(new TreeMap<>(asked));
  }

  OffTopic withoutAsked() {
    return new OffTopic(id, refused, nearDanger, Map.of());
  }
}
