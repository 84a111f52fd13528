package org.hamsafar.knowledge;

import java.util.Map;
import org.hamsafar.language.LanguageTag;

/**
 * A subject of the menu, in menu order.
 *
 * @param nearDanger whether somebody who asks about it may well be in danger
 */
public record Topic(String id, String emoji, Map<LanguageTag, String> names, boolean nearDanger) {
  public Topic {
    names = Map.copyOf(names);
  }
}
