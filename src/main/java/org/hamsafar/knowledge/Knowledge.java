package org.hamsafar.knowledge;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.hamsafar.language.FallbackChain;
import org.hamsafar.language.LanguageTag;

/**
 * All that the knowledge folder and the seeds hold, read once and never changed.
 *
 * @param entries by id, sections of seed documents included
 * @param offTopic what the bot does not speak of, by id
 * @param messages the bot's own words: language → key → ICU MessageFormat pattern
 */
public record Knowledge(
    SequencedMap<LanguageTag, Language> languages,
    SequencedMap<String, Country> countries,
    SequencedMap<String, Topic> topics,
    SequencedMap<String, Entry> entries,
    SequencedMap<String, Plan> plans,
    List<Concept> concepts,
    SequencedMap<String, OffTopic> offTopic,
    List<DangerPhrases> dangerPhrases,
    List<DangerExamples> dangerExamples,
    Map<LanguageTag, Map<String, String>> messages,
    List<SeedDocument> seeds,
    List<TestQuestion> tests) {

  /** All but the concepts: they are half of it, and an index that is built has them. */
  public Knowledge withoutConcepts() {
    return new Knowledge(
        languages,
        countries,
        topics,
        entries,
        plans,
        List.of(),
        offTopic,
        dangerPhrases,
        dangerExamples,
        messages,
        seeds,
        tests);
  }

  public Optional<Entry> entry(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  public Optional<Country> country(String code) {
    return Optional.ofNullable(countries.get(code));
  }

  /** The codes whose entries hold in a country: its own, those of its groups, and everywhere. */
  public Set<String> scope(String code) {
    Set<String> scope = new LinkedHashSet<>();
    scope.add(code);
    country(code).ifPresent(c -> scope.addAll(c.groups()));
    scope.add(Country.ANY);
    return scope;
  }

  /** The chain of languages to show where a text is missing. */
  public FallbackChain fallback() {
    return new FallbackChain(
        languages.values().stream()
            .collect(
                java.util.stream.Collectors.toUnmodifiableMap(Language::tag, Language::fallback)));
  }

  /** Entries that stand in the menu of a country under a topic, most important first. */
  public List<Entry> menu(Collection<String> countryCodes, String topic) {
    return entries.values().stream()
        .filter(e -> countryCodes.contains(e.country()) && e.topics().contains(topic))
        .sorted(
            Comparator.comparing((Entry e) -> e.country().equals(Country.ANY))
                .thenComparing(e -> !e.topic().equals(topic))
                .thenComparingInt(Entry::importance)
                .thenComparing(Entry::id))
        .toList();
  }
}
