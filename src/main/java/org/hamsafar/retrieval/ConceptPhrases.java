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
  private @Nullable List<Spelling> known;
  private final Map<LanguageTag, Set<String>> functionWords = new ConcurrentHashMap<>();
  private final Analyzers analyzers;

  /**
   * @param concepts asked for only when an index is built
   */
  public ConceptPhrases(Supplier<List<Concept>> concepts, Analyzers analyzers) {
    this.concepts = concepts;
    this.analyzers = analyzers;
  }

  /**
   * What a concept goes by, taken apart as far as all languages do it alike.
   *
   * @param language of the spelling
   * @param words folded
   * @param plain runs of letters and digits alone, folded
   */
  private record Spelling(
      String concept,
      LanguageTag language,
      boolean latin,
      List<String> words,
      List<String> plain) {}

  /** Concepts by phrase, for texts in one language. */
  Map<String, List<String>> of(LanguageTag language) {
    Map<String, Set<String>> phrases = new HashMap<>();
    for (Spelling spelling : spellings()) {
      boolean own = isOwn(language, spelling.language());
      if (!own && !spelling.latin()) {
        continue;
      }
      List<String> terms =
          spelling.words().stream()
              .map(word -> Analyzers.stem(language, word))
              .filter(term -> !term.isEmpty())
              .toList();
      if (tells(language, terms) && (own || isTerm(language, spelling.plain(), terms))) {
        phrases
            .computeIfAbsent(String.join(" ", terms), _ -> new LinkedHashSet<>())
            .add(ConceptFinder.MARK + spelling.concept());
      }
    }
    Map<String, List<String>> found = new HashMap<>();
    phrases.forEach((phrase, ids) -> found.put(phrase, List.copyOf(ids)));
    return found;
  }

  private synchronized List<Spelling> spellings() {
    List<Spelling> all = known;
    if (all == null) {
      all = new ArrayList<>();
      for (Concept concept : concepts.get()) {
        for (Map.Entry<LanguageTag, List<String>> words : concept.words().entrySet()) {
          for (String word : words.getValue()) {
            all.add(
                new Spelling(
                    concept.id(),
                    words.getKey(),
                    Script.dominant(word) == Script.LATIN,
                    analyzers.written(word).stream().map(Analyzers::folded).toList(),
                    Folding.words(word)));
          }
        }
      }
      known = all;
    }
    return all;
  }

  private static boolean isOwn(LanguageTag language, LanguageTag words) {
    return words.language().equals(language.language());
  }

  private boolean tells(LanguageTag language, List<String> terms) {
    return !terms.isEmpty() && !functionWords(language).containsAll(terms);
  }

  /** Whether a Latin word of another language can be told from the own ones. */
  private static boolean isTerm(LanguageTag language, List<String> plain, List<String> terms) {
    int letters = terms.stream().mapToInt(String::length).sum();
    if (language.isRomanised()) {
      return letters >= LEAST_SOUND;
    }
    return language.isRightToLeft() || (letters >= LEAST_LATIN && terms.equals(plain));
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
