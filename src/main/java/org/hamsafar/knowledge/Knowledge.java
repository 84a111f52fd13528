package org.hamsafar.knowledge;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hamsafar.language.FallbackChain;
import org.hamsafar.language.LanguageTag;

/**
 * All that the knowledge folder and the seeds hold, read once and never changed.
 *
 * @param entries by id, sections of seed documents included
 * @param offTopic what the bot does not speak of, by id
 * @param told how people tell of matters, to learn from
 * @param points about which people ask on
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
    List<ToldMatter> told,
    List<PointKind> points,
    List<SeedDocument> seeds,
    List<TestQuestion> tests) {

  /**
   * Without what only an index is built of and models are learned from: concepts, ways of asking,
   * examples of danger. It is the larger part.
   */
  public Knowledge forAnswering() {
    return new Knowledge(
        languages,
        countries,
        topics,
        each(entries, Entry::withoutAsked),
        plans,
        List.of(),
        each(offTopic, OffTopic::withoutAsked),
        dangerPhrases,
        List.of(),
        messages,
        List.of(),
        points,
        seeds,
        tests);
  }

  private static <T> SequencedMap<String, T> each(
      SequencedMap<String, T> all, UnaryOperator<T> change) {
    SequencedMap<String, T> changed = LinkedHashMap.newLinkedHashMap(all.size());
    all.forEach((id, one) -> changed.put(id, change.apply(one)));
    return Collections.unmodifiableSequencedMap(changed);
  }

  public Optional<Entry> entry(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /** Whether to show {@code entry} to somebody who did not ask for it could expose them. */
  public boolean isDiscreet(Entry entry) {
    Topic topic = topics.get(entry.topic());
    return topic != null && topic.discreet();
  }

  /** Whether somebody who asks for {@code entry} may well be in danger. */
  public boolean isNearDanger(Entry entry) {
    return entry.topics().stream()
        .map(topics::get)
        .anyMatch(topic -> topic != null && topic.nearDanger());
  }

  /** Countries that somebody can be in, as against the groups that they belong to. */
  public Stream<Country> places() {
    Set<String> groups = new HashSet<>(Set.of(Country.ANY));
    countries.values().forEach(c -> groups.addAll(c.groups()));
    return countries.values().stream().filter(c -> !groups.contains(c.code()));
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
