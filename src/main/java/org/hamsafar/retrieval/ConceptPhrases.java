package org.hamsafar.retrieval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hamsafar.knowledge.Concept;
import org.hamsafar.language.Folding;
import org.hamsafar.language.FunctionWords;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.language.Script;
import org.jspecify.annotations.Nullable;

/**
 * The phrases that concepts go by, as each language's analyzer gives them; kept in the index.
 *
 * <p>Words of the host countries in Latin letters ("Anmeldung") are known in every language.
 */
public final class ConceptPhrases {
  /** Sound keys of words from other languages are too short to tell much below this. */
  private static final int LEAST_SOUND = 4;

  private static final int LEAST_LATIN = 5;

  private final Supplier<List<Concept>> concepts;
  private @Nullable List<Concept> known;
  private final Map<LanguageTag, Set<String>> functionWords = new ConcurrentHashMap<>();
  private final Analyzers analyzers;

  /**
   * @param concepts asked for only when an index is built
   */
  public ConceptPhrases(Supplier<List<Concept>> concepts, Analyzers analyzers) {
    this.concepts = concepts;
    this.analyzers = analyzers;
  }

  /** Concepts by phrase, for texts in one language. */
  Map<String, List<String>> of(LanguageTag language) {
    Map<String, List<String>> phrases = new HashMap<>();
    for (Concept concept : concepts()) {
      for (List<String> terms : phrases(concept, language)) {
        phrases
            .computeIfAbsent(String.join(" ", terms), _ -> new ArrayList<>())
            .add(ConceptFinder.MARK + concept.id());
      }
    }
    return phrases;
  }

  private synchronized List<Concept> concepts() {
    List<Concept> all = known == null ? concepts.get() : known;
    known = all;
    return all;
  }

  private Set<List<String>> phrases(Concept concept, LanguageTag language) {
    Set<List<String>> phrases = new LinkedHashSet<>();
    concept
        .words()
        .forEach((tag, words) ->
            words.stream()
                .filter(word -> isOwn(language, tag) || Script.dominant(word) == Script.LATIN)
                .forEach(word -> {
                  List<String> terms = analyzers.terms(language, word);
                  if (tells(language, terms)
                      && (isOwn(language, tag) || isTerm(language, word, terms))) {
                    phrases.add(terms);
                  }
                }));
    return phrases;
  }

  private static boolean isOwn(LanguageTag language, LanguageTag words) {
    return words.language().equals(language.language());
  }

  private boolean tells(LanguageTag language, List<String> terms) {
    return !terms.isEmpty() && !functionWords(language).containsAll(terms);
  }

  /** Whether a Latin word of another language can be told from the own ones. */
  private static boolean isTerm(LanguageTag language, String word, List<String> terms) {
    int letters = terms.stream().mapToInt(String::length).sum();
    if (language.isRomanised()) {
      return letters >= LEAST_SOUND;
    }
    return language.isRightToLeft()
        || (letters >= LEAST_LATIN && terms.equals(Folding.words(word)));
  }

  private Set<String> functionWords(LanguageTag language) {
    return functionWords.computeIfAbsent(
        language,
        tag -> {
          Set<String> terms = new HashSet<>();
          FunctionWords.of(tag).forEach(word -> terms.addAll(analyzers.terms(tag, word)));
          return terms;
        });
  }
}
