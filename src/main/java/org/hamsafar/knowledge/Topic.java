package org.hamsafar.knowledge;

import java.util.Map;
import org.hamsafar.language.LanguageTag;

/**
 * A subject of the menu, in menu order.
 *
 * @param nearDanger whether somebody who asks about it may well be in danger
 * @param discreet whether to show an entry to somebody who did not ask for it could expose them
 */
public record Topic(
    String id, String emoji, Map<LanguageTag, String> names, boolean nearDanger, boolean discreet) {
  public Topic {
    names = Map.copyOf(names);
  }
}
