package org.hamsafar.knowledge;

import java.util.List;
import java.util.Map;
import org.hamsafar.language.LanguageTag;

/**
 * What people ask in a few words, wherever they are: one place for the ways of asking it, instead
 * of one in every country's entry.
 *
 * @param asked ways of asking it, by language
 * @param entries that answer it, of countries and of {@code any}
 * @param file where it stands
 */
record FirstQuestion(
    String id, Map<LanguageTag, List<String>> asked, List<String> entries, String file) {
  FirstQuestion {
    asked = Map.copyOf(asked);
    entries = List.copyOf(entries);
  }

  /** Adds the ways of asking to the entries. */
  void addTo(Map<String, Entry> all, Problems problems) {
    for (String entry : entries) {
      if (all.computeIfPresent(entry, (_, e) -> e.alsoAskedAs(asked)) == null) {
        problems.add(Check.K037, file, 0, "'%s': %s".formatted(id, entry));
      }
    }
  }
}
