package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.knowledge.Country;
import org.hamsafar.language.Folding;
import org.jspecify.annotations.Nullable;

/** Finds the country that a message names, and the words that name it. */
final class CountryFinder {
  private static final int LONGEST = 3;

  private final Map<String, String> codes = new HashMap<>();

  /**
   * @param code of the country that is named first; empty if none is
   * @param rest the message without the words that name countries
   */
  record Found(Optional<String> code, String rest) {}

  CountryFinder(Collection<Country> countries) {
    for (Country country : countries) {
      country.aliases().forEach(a -> add(a, country.code()));
      country.names().values().forEach(n -> add(n, country.code()));
    }
  }

  private void add(String alias, String code) {
    String key = String.join(" ", Folding.words(alias));
    if (!key.isEmpty() && !code.equals(Country.ANY)) {
      codes.putIfAbsent(key, code);
    }
  }

  Found find(String text) {
    List<String> words = Folding.words(text);
    List<String> rest = new ArrayList<>();
    @Nullable String code = null;
    for (int at = 0; at < words.size(); ) {
      int length = aliasLength(words, at);
      if (length == 0) {
        rest.add(words.get(at++));
        continue;
      }
      if (code == null) {
        code = codes.get(String.join(" ", words.subList(at, at + length)));
      }
      at += length;
    }
    return new Found(Optional.ofNullable(code), code == null ? text : String.join(" ", rest));
  }

  private int aliasLength(List<String> words, int at) {
    for (int length = Math.min(LONGEST, words.size() - at); length > 0; length--) {
      if (codes.containsKey(String.join(" ", words.subList(at, at + length)))) {
        return length;
      }
    }
    return 0;
  }
}
