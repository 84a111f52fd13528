package org.hamsafar.knowledge;

import java.util.Map;
import org.hamsafar.language.LanguageTag;

/** A subject of the menu, in menu order. */
public record Topic(String id, String emoji, Map<LanguageTag, String> names) {
  public Topic {
    names = Map.copyOf(names);
  }
}
