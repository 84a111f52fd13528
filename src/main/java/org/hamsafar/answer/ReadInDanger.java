package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Danger;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;

/** What a country's file names to be read below the help lines. */
final class ReadInDanger {
  private final Knowledge knowledge;

  /** In which dangers an entry is to be read, by its id. */
  private final Map<String, Set<Danger>> dangersOf = new HashMap<>();

  ReadInDanger(Knowledge knowledge) {
    this.knowledge = knowledge;
    for (Country country : knowledge.countries().values()) {
      country.readInDanger().forEach((danger, ids) -> ids.forEach(id -> add(id, danger)));
    }
  }

  private void add(String id, Danger danger) {
    dangersOf.computeIfAbsent(id, _ -> EnumSet.noneOf(Danger.class)).add(danger);
  }

  /** For each danger, the most urgent first, what the country names, or else what all do. */
  List<Entry> of(Set<Danger> dangers, Optional<String> country) {
    List<String> ids = new ArrayList<>();
    dangers.stream()
        .sorted()
        .forEach(danger ->
            Stream.of(country, Optional.of(Country.ANY))
                .flatMap(Optional::stream)
                .map(code -> named(code, danger))
                .filter(named -> !named.isEmpty())
                .findFirst()
                .ifPresent(ids::addAll));
    return ids.stream().distinct().map(knowledge::entry).flatMap(Optional::stream).toList();
  }

  private List<String> named(String code, Danger danger) {
    return knowledge
        .country(code)
        .map(c -> c.readInDanger().getOrDefault(danger, List.of()))
        .orElse(List.of());
  }

  /** Whether an entry is to be read in some danger. */
  boolean names(Entry entry) {
    return dangersOf.containsKey(entry.id());
  }

  /** Whether an entry is to be read in other dangers only: below these help lines it is wrong. */
  boolean isForOthers(Entry entry, Set<Danger> dangers) {
    return names(entry)
        && dangersOf.getOrDefault(entry.id(), Set.of()).stream().noneMatch(dangers::contains);
  }
}
