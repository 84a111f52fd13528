package org.hamsafar.retrieval;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamsafar.language.LanguageTag;

/**
 * Which terms of other languages may mean a term, and how likely; learned from parallel text.
 *
 * <p>Dari and Iranian Persian share most words: a word that the one lacks is looked for in the
 * other.
 */
public abstract sealed class TranslationTable permits LearnedTranslations, KeptTranslations {
  /**
   * A term of another language.
   *
   * @param probability above 0; all of one term into one language add up to 1 at most
   */
  public record Translation(LanguageTag language, String term, float probability) {}

  /** Knows no word. */
  public static TranslationTable none() {
    return new LearnedTranslations(Map.of());
  }

  /** Learns from texts that say the same. */
  public static TranslationTable learn(ParallelText text, Analyzers analyzers) {
    return new TranslationLearner(analyzers).learn(text);
  }

  /** The translations of a term of one language, the likeliest first within each other language. */
  abstract List<Translation> get(LanguageTag from, String term);

  /** How many terms of a language have a translation. */
  public abstract int size(LanguageTag language);

  /** What a term may mean in all other languages, the likeliest first within each. */
  public List<Translation> translations(LanguageTag from, String term) {
    List<Translation> own = get(from, term);
    if (!own.isEmpty() || !isPersian(from)) {
      return own;
    }
    return get(from.equals(LanguageTag.DARI) ? LanguageTag.PERSIAN : LanguageTag.DARI, term);
  }

  private static boolean isPersian(LanguageTag tag) {
    return tag.equals(LanguageTag.DARI) || tag.equals(LanguageTag.PERSIAN);
  }

  /** What a term may mean in some languages: terms with probabilities, in no order. */
  public Map<String, Float> translations(
      LanguageTag from, String term, Collection<LanguageTag> into) {
    Map<String, Float> found = new LinkedHashMap<>();
    for (Translation translation : translations(from, term)) {
      if (into.contains(translation.language())) {
        found.merge(translation.term(), translation.probability(), Math::max);
      }
    }
    return found;
  }
}
