package org.hamsafar.knowledge;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hamsafar.language.LanguageTag;

/**
 * One matter that people ask about, with its text in every language that there is.
 *
 * @param id the path below the guidance folder, {@code de/work/duldung-work}; of a section of a
 *     seed document {@code seed/<document>/<section>}
 * @param country ISO 3166 code, or {@code EU}, {@code TRANSIT}, {@code ANY}
 * @param topics the first is the entry's home in the menu
 * @param status ids of the papers that it is only for; empty for everybody
 * @param importance 1 to 3
 * @param subject what matters of a kind have in common: the first topic, unless it has one of its
 *     own, such as taking back
 * @param matter what people ask about in the same words wherever they are: entries of several
 *     countries share it, and what is learned of one helps to know the others
 * @param alsoAsked further ways of asking, in languages with a text and in others
 * @param voices recordings of the text by language: files below the knowledge folder
 */
public record Entry(
    String id,
    String country,
    List<String> topics,
    List<String> status,
    int importance,
    Risk risk,
    Kind kind,
    String subject,
    String matter,
    LocalDate reviewBy,
    List<Source> sources,
    List<String> related,
    List<String> reviewers,
    Map<LanguageTag, List<String>> alsoAsked,
    Map<LanguageTag, Translation> texts,
    Map<LanguageTag, String> voices) {

  /** What kind of statement an entry makes. */
  public enum Kind {
    /** Guidance: facts with sources. */
    GUIDANCE,
    /** A question on which communities disagree: views side by side. */
    CONTESTED,
    /** A section of a document, given as its author's view. */
    AUTHOR_VIEW
  }

  public Entry {
    topics = List.copyOf(topics);
    status = List.copyOf(status);
    sources = List.copyOf(sources);
    related = List.copyOf(related);
    reviewers = List.copyOf(reviewers);
    voices = Map.copyOf(voices);
    alsoAsked = Collections.unmodifiableMap(new TreeMap<>(alsoAsked));
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  /** The text that the others translate. */
  public Translation sourceText() {
    return texts.values().stream()
        .filter(Translation::sourceText)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("entry without a source text: " + id));
  }

  /** Without the ways of asking. */
  Entry withoutAsked() {
    Map<LanguageTag, Translation> shown = new TreeMap<>();
    texts.forEach((tag, text) -> shown.put(tag, text.withoutAsked()));
    return with(Map.of(), shown);
  }

  /** With more ways of asking. */
  Entry alsoAskedAs(Map<LanguageTag, List<String>> more) {
    Map<LanguageTag, List<String>> all = new TreeMap<>(alsoAsked);
    more.forEach((tag, ways) ->
        all.merge(tag, ways, (a, b) -> Stream.concat(a.stream(), b.stream()).distinct().toList()));
    return with(all, texts);
  }

  private Entry with(Map<LanguageTag, List<String>> asked, Map<LanguageTag, Translation> shown) {
    return new Entry(
        id,
        country,
        topics,
        status,
        importance,
        risk,
        kind,
        subject,
        matter,
        reviewBy,
        sources,
        related,
        reviewers,
        asked,
        shown,
        voices);
  }

  public String topic() {
    return topics.getFirst();
  }
}
