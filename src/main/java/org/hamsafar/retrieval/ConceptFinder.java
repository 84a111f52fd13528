package org.hamsafar.retrieval;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.hamsafar.knowledge.Concept;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.language.Script;

/**
 * Finds the concepts that a text speaks of, so that different words for one thing meet, in one
 * language or in two. A concept is a term like any other; its first letter keeps it apart from
 * written words.
 *
 * <p>Words of the host countries in Latin letters ("Anmeldung") are known in every language.
 */
public final class ConceptFinder {
  static final char MARK = '#';

  /** Sound keys of words from other languages are too short to tell much below this. */
  private static final int LEAST_SOUND = 4;

  private final List<Concept> concepts;
  private final Analyzers analyzers;
  private final Map<LanguageTag, Map<String, List<Phrase>>> byLanguage = new ConcurrentHashMap<>();

  private record Phrase(List<String> terms, String concept) {}

  public ConceptFinder(List<Concept> concepts, Analyzers analyzers) {
    this.concepts = List.copyOf(concepts);
    this.analyzers = analyzers;
  }

  /** Whether a term stands for a concept. */
  public static boolean isConcept(String term) {
    return !term.isEmpty() && term.charAt(0) == MARK;
  }

  /**
   * The concepts that stand in a text, each once.
   *
   * @param terms of the text in their order, as the language's analyzer gives them
   */
  public List<String> find(LanguageTag language, List<String> terms) {
    Map<String, List<Phrase>> phrases = byLanguage.computeIfAbsent(language, this::read);
    Set<String> found = new LinkedHashSet<>();
    for (int at = 0; at < terms.size(); at++) {
      for (Phrase phrase : phrases.getOrDefault(terms.get(at), List.of())) {
        int end = at + phrase.terms().size();
        if (end <= terms.size() && terms.subList(at, end).equals(phrase.terms())) {
          found.add(phrase.concept());
        }
      }
    }
    return List.copyOf(found);
  }

  /** The terms of a text and, after them, its concepts. */
  List<String> withConcepts(LanguageTag language, List<String> terms) {
    List<String> all = new ArrayList<>(terms);
    all.addAll(find(language, terms));
    return all;
  }

  private Map<String, List<Phrase>> read(LanguageTag language) {
    Map<String, List<Phrase>> phrases = new HashMap<>();
    for (Concept concept : concepts) {
      Set<List<String>> known = new LinkedHashSet<>();
      concept
          .words()
          .forEach((tag, words) -> words.forEach(word -> {
            if (isOwn(language, tag) || Script.dominant(word) == Script.LATIN) {
              known.add(analyzers.terms(language, word));
            }
          }));
      known.stream()
          .filter(terms -> tells(language, terms))
          .forEach(terms ->
              phrases
                  .computeIfAbsent(terms.getFirst(), _ -> new ArrayList<>())
                  .add(new Phrase(terms, MARK + concept.id())));
    }
    return phrases;
  }

  /** Changes when an index would have other concepts. */
  byte[] digest() {
    StringBuilder all = new StringBuilder();
    for (Concept concept : concepts) {
      all.append(concept.id()).append(new TreeMap<>(concept.words()));
    }
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isOwn(LanguageTag language, LanguageTag words) {
    return words.language().equals(language.language());
  }

  private static boolean tells(LanguageTag language, List<String> terms) {
    int letters = terms.stream().mapToInt(String::length).sum();
    return letters > 0 && (!language.isRomanised() || letters >= LEAST_SOUND);
  }
}
