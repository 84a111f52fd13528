package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hamsafar.knowledge.Country;
import org.hamsafar.language.Folding;

/** Finds the country that a message is about, and the words that name countries. */
final class CountryFinder {
  private static final int LONGEST = 3;
  private static final int SHORTEST_WITH_ENDING = 4;

  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, String> adjectives = new HashMap<>();

  /**
   * @param code of the country that the message is likeliest about; empty if it names none
   * @param yields whether a country that the person has chosen is likelier meant than this one
   * @param roles every country that is named, by what it is in the message
   * @param rest the message without the words that name countries
   */
  record Found(
      Optional<String> code, boolean yields, Map<CountryRole, Set<String>> roles, String rest) {
    /** Of a message that names no country. */
    static final Found NOWHERE = new Found(Optional.empty(), false, Map.of(), "");

    /** The country that is meant. */
    Optional<String> over(Optional<String> chosen) {
      return yields ? chosen.or(this::code) : code.or(() -> chosen);
    }

    /** Whether it is named as where somebody is. */
    boolean isPlace() {
      return roles.containsKey(CountryRole.PLACE);
    }

    /** The country that is named and meant; empty if it is the one that the person has chosen. */
    Optional<String> besides(Optional<String> chosen) {
      return yields && chosen.isPresent() ? Optional.empty() : code;
    }
  }

  private record Mention(String code, CountryRole role, int end) {}

  CountryFinder(Collection<Country> countries) {
    for (Country country : countries) {
      country.aliases().forEach(a -> add(codes, a, country.code()));
      country.names().values().forEach(n -> add(codes, n, country.code()));
      country.adjectives().forEach(a -> add(adjectives, a, country.code()));
    }
  }

  private static void add(Map<String, String> codes, String alias, String code) {
    String key = String.join(" ", Folding.words(alias));
    if (!key.isEmpty() && !code.equals(Country.ANY)) {
      codes.putIfAbsent(key, code);
    }
  }

  Found find(String text) {
    List<String> rest = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    for (String sentence : Folding.sentences(text)) {
      rest.add(rest(Folding.words(sentence), mentions));
    }
    Map<CountryRole, Set<String>> roles = new EnumMap<>(CountryRole.class);
    mentions.forEach(m -> roles.computeIfAbsent(m.role(), _ -> new TreeSet<>()).add(m.code()));
    if (mentions.isEmpty()) {
      return new Found(Optional.empty(), false, roles, text);
    }
    Mention meant = mentions.stream().min(Comparator.comparing(Mention::role)).orElseThrow();
    // Of a relative who shall come all that is known is that it is not about there.
    Optional<String> code =
        meant.role() == CountryRole.RELATIVE ? Optional.empty() : Optional.of(meant.code());
    return new Found(code, meant.role().yields(), roles, String.join(". ", rest));
  }

  /** The words without those that name a country, which are added to {@code mentions}. */
  private String rest(List<String> words, List<Mention> mentions) {
    List<String> rest = new ArrayList<>();
    for (int at = 0; at < words.size(); ) {
      Optional<Mention> mention = mention(words, at);
      if (mention.isEmpty()) {
        rest.add(words.get(at++));
        continue;
      }
      mentions.add(mention.get());
      // A German course is not any course.
      if (mention.get().role() == CountryRole.ADJECTIVE) {
        rest.addAll(words.subList(at, mention.get().end()));
      }
      at = mention.get().end();
    }
    return String.join(" ", rest);
  }

  private Optional<Mention> mention(List<String> words, int at) {
    for (int length = Math.min(LONGEST, words.size() - at); length > 0; length--) {
      String code = codes.get(String.join(" ", words.subList(at, at + length)));
      if (code != null) {
        return Optional.of(mention(words, at, at + length, code, ""));
      }
    }
    String people = adjectives.get(words.get(at));
    return people == null
        ? withEnding(words, at)
        : Optional.of(new Mention(people, CountryRole.ADJECTIVE, at + 1));
  }

  /** Turkish and Uzbek say with an ending what others say with a word: "Almanya'ya". */
  private Optional<Mention> withEnding(List<String> words, int at) {
    String word = words.get(at);
    for (int length = word.length() - 1;
        length >= Math.max(SHORTEST_WITH_ENDING, word.length() - 3);
        length--) {
      String code = codes.get(word.substring(0, length));
      String ending = word.substring(length);
      if (code != null && CountryRole.isEnding(ending)) {
        return Optional.of(mention(words, at, at + 1, code, ending));
      }
    }
    return Optional.empty();
  }

  private static Mention mention(List<String> words, int at, int end, String code, String ending) {
    return new Mention(code, CountryRole.of(words, at, end, ending), end);
  }
}
