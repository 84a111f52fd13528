package org.hamsafar.knowledge;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hamsafar.language.LanguageTag;

/**
 * How people tell of a matter at length or in passing, wherever they are. What is told is learned
 * from, but no question is compared with it.
 *
 * @param matter of some entries
 * @param told messages about it, by language
 * @param file where it stands
 */
public record ToldMatter(String matter, Map<LanguageTag, List<String>> told, String file) {
  public ToldMatter {
    told = Collections.unmodifiableMap(new TreeMap<>(told));
  }
}
