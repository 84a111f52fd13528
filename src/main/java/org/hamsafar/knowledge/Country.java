package org.hamsafar.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hamsafar.language.LanguageTag;

/**
 * A country or group of countries that guidance is written for.
 *
 * @param code ISO 3166 code, or {@code EU}, {@code TRANSIT}, {@code ANY}
 * @param aliases words in a message that name it, towns included
 * @param adjectives words that name its people, language or things, and say little about where
 *     somebody is
 * @param groups codes whose entries hold here too
 * @param statuses papers that people hold there, in the country's own terms
 * @param readInDanger ids of the entries that stand below the help lines, by kind of danger
 */
public record Country(
    String code,
    Map<LanguageTag, String> names,
    List<String> aliases,
    List<String> adjectives,
    String region,
    List<String> groups,
    List<LanguageTag> languages,
    List<Status> statuses,
    List<HelpLine> emergency,
    List<HelpLine> helpLines,
    Map<Danger, List<String>> readInDanger) {
  /** Holds everywhere. */
  public static final String ANY = "ANY";

  public Country {
    names = Map.copyOf(names);
    aliases = List.copyOf(aliases);
    adjectives = List.copyOf(adjectives);
    groups = List.copyOf(groups);
    languages = List.copyOf(languages);
    statuses = List.copyOf(statuses);
    emergency = List.copyOf(emergency);
    helpLines = List.copyOf(helpLines);
    readInDanger = Map.copyOf(readInDanger);
  }

  /** A paper held. */
  public record Status(String id, Map<LanguageTag, String> names) {
    public Status {
      names = Map.copyOf(names);
    }
  }

  /**
   * A number or page to turn to.
   *
   * @param number as written in its country; empty if there is only a page
   * @param purposes what it is for: {@code medical}, {@code suicide}, {@code violence} …
   */
  public record HelpLine(
      String id,
      Optional<String> number,
      Optional<String> url,
      Set<String> purposes,
      Map<LanguageTag, String> names,
      Confidence confidence,
      Source source) {
    public HelpLine {
      purposes = Set.copyOf(purposes);
      names = Map.copyOf(names);
    }
  }
}
