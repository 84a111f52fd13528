package org.hamsafar.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hamsafar.language.LanguageTag;

/** What is written and translated. */
public final class Coverage {
  private final Knowledge knowledge;
  private final List<Entry> guidance;

  private Coverage(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.guidance =
        knowledge.entries().values().stream()
            .filter(e -> e.kind() != Entry.Kind.AUTHOR_VIEW)
            .toList();
  }

  public static Coverage of(Knowledge knowledge) {
    return new Coverage(knowledge);
  }

  /** How many entries each country has. */
  public SortedMap<String, Long> entriesByCountry() {
    return guidance.stream()
        .collect(Collectors.groupingBy(Entry::country, TreeMap::new, Collectors.counting()));
  }

  /** Topics that a country has no entry for. */
  public SortedMap<String, List<String>> missingTopics() {
    SortedMap<String, List<String>> missing = new TreeMap<>();
    for (String country : knowledge.countries().keySet()) {
      List<String> topics =
          knowledge.topics().keySet().stream()
              .filter(t ->
                  guidance.stream()
                      .noneMatch(e -> e.country().equals(country) && e.topics().contains(t)))
              .toList();
      missing.put(country, topics);
    }
    return missing;
  }

  /** How far a language goes. */
  public Row row(LanguageTag tag) {
    Map<Integer, List<Entry>> byImportance =
        guidance.stream().collect(Collectors.groupingBy(Entry::importance));
    return new Row(tag, byImportance);
  }

  /**
   * One language.
   *
   * @param byImportance all entries
   */
  public record Row(LanguageTag tag, Map<Integer, List<Entry>> byImportance) {
    public Row {
      byImportance = Map.copyOf(byImportance);
    }

    /** Per cent of the entries of an importance that have a text in the language. */
    public int percent(int importance) {
      return percentOf(byImportance.getOrDefault(importance, List.of()));
    }

    public int percentOfAll() {
      return percentOf(byImportance.values().stream().flatMap(Collection::stream).toList());
    }

    private int percentOf(List<Entry> entries) {
      long there = entries.stream().filter(e -> e.texts().containsKey(tag)).count();
      return entries.isEmpty() ? 100 : (int) (100 * there / entries.size());
    }

    /** How many texts a named reviewer has read. */
    public long reviewed() {
      return texts().stream().filter(t -> t.reviewer().isPresent()).count();
    }

    /** How many texts translate an older revision. */
    public long stale() {
      return byImportance.values().stream()
          .flatMap(Collection::stream)
          .filter(e -> e.texts().containsKey(tag))
          .filter(e ->
              java.util.Objects.requireNonNull(e.texts().get(tag)).revision()
                  < e.sourceText().revision())
          .count();
    }

    private List<Translation> texts() {
      return byImportance.values().stream()
          .flatMap(Collection::stream)
          .flatMap(e -> e.texts().values().stream())
          .filter(t -> t.language().equals(tag))
          .toList();
    }
  }
}
