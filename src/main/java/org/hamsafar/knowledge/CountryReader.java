package org.hamsafar.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hamsafar.language.LanguageTag;

/** Reads {@code countries/<CODE>.yaml}. */
final class CountryReader {
  private static final String READ_IN_DANGER = "read-in-danger";

  private static final Set<String> PURPOSES =
      Set.of(
          "medical",
          "fire",
          "police",
          "suicide",
          "distress",
          "violence",
          "detained",
          "child",
          "trafficking",
          "missing",
          "legal",
          "scams");

  private final LocalDate today;

  CountryReader(LocalDate today) {
    this.today = today;
  }

  Country read(YamlMap map, String fileCode) {
    map.only(
        "code",
        "names",
        "aliases",
        "adjectives",
        "region",
        "groups",
        "languages",
        "statuses",
        "emergency",
        "help-lines",
        READ_IN_DANGER);
    String code = map.text("code");
    if (!code.equals(fileCode)) {
      map.problem(Check.K010, "code", "'%s' in the file of %s".formatted(code, fileCode));
    }
    Set<String> ids = new HashSet<>();
    List<Country.Status> statuses =
        map.each(
            "statuses",
            s -> {
              s.only("id", "names");
              String id = s.text("id");
              if (!ids.add(id)) {
                s.problem(Check.K016, "id", "'%s'".formatted(id));
              }
              return new Country.Status(id, s.localized("names", true));
            });
    Set<String> lineIds = new HashSet<>();
    return new Country(
        code,
        map.localized("names", true),
        map.texts("aliases"),
        map.texts("adjectives"),
        map.text("region"),
        map.texts("groups"),
        map.texts("languages").stream().filter(LanguageTag::isTag).map(LanguageTag::new).toList(),
        statuses,
        helpLines(map, "emergency", lineIds),
        helpLines(map, "help-lines", lineIds),
        map.map(READ_IN_DANGER).map(CountryReader::readInDanger).orElse(Map.of()));
  }

  private static Map<Danger, List<String>> readInDanger(YamlMap map) {
    Map<Danger, List<String>> entries = new EnumMap<>(Danger.class);
    map.only(Stream.of(Danger.values()).map(Danger::id).toArray(String[]::new));
    for (Danger danger : Danger.values()) {
      List<String> ids = map.texts(danger.id());
      if (!ids.isEmpty()) {
        entries.put(danger, ids);
      }
    }
    return entries;
  }

  private List<Country.HelpLine> helpLines(YamlMap map, String key, Set<String> ids) {
    return map.each(key, line -> helpLine(line, ids)).stream()
        .filter(line -> line.number().isPresent() || line.url().isPresent())
        .toList();
  }

  private Country.HelpLine helpLine(YamlMap map, Set<String> ids) {
    map.only("id", "number", "url", "for", "names", "languages", "confidence", "source", "email");
    Optional<String> id = map.optional("id");
    if (id.isPresent() && !ids.add(id.get())) {
      map.problem(Check.K016, "id", "'%s'".formatted(id.get()));
    }
    Optional<String> number = map.optional("number");
    Optional<String> url = map.optional("url");
    if (number.isEmpty() && url.isEmpty()) {
      map.problem(Check.K039, "number", "neither is given");
    }
    List<String> purposes = new ArrayList<>(map.texts("for"));
    for (String purpose : purposes) {
      if (!PURPOSES.contains(purpose)) {
        map.problem(Check.K008, "for", "'%s' is no purpose".formatted(purpose));
      }
    }
    Optional<YamlMap> source = map.map("source");
    if (source.isEmpty()) {
      map.problem(Check.K013, "source", "a help line needs one");
    }
    return new Country.HelpLine(
        id.orElseGet(() -> number.orElse("")),
        number,
        url,
        new HashSet<>(purposes),
        map.localized("names", true),
        map.choice("confidence", Confidence.class, Confidence.MEDIUM),
        source
            .map(s -> SourceReader.read(s, today))
            .orElseGet(() -> new Source("", "", Optional.empty(), today)));
  }
}
