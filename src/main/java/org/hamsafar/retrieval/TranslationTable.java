package org.hamsafar.retrieval;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamsafar.language.LanguageTag;

/**
 * Which terms of other languages may mean a term, and how likely; learned from parallel text.
 *
 * <p>Dari and Iranian Persian are one language here, as for the analyzers.
 */
public final class TranslationTable {
  public static final TranslationTable EMPTY = new TranslationTable(Map.of());

  private final Map<LanguageTag, Map<String, List<Translation>>> byLanguage;

  /**
   * A term of another language.
   *
   * @param probability above 0; all of one term into one language add up to 1 at most
   */
  public record Translation(LanguageTag language, String term, float probability) {}

  TranslationTable(Map<LanguageTag, Map<String, List<Translation>>> byLanguage) {
    this.byLanguage = byLanguage;
  }

  /** Learns from texts that say the same. */
  public static TranslationTable learn(ParallelText text, Analyzers analyzers) {
    return new TranslationLearner(analyzers).learn(text);
  }

  Map<LanguageTag, Map<String, List<Translation>>> byLanguage() {
    return byLanguage;
  }

  /** The tag under which a language is kept. */
  static LanguageTag key(LanguageTag tag) {
    return tag.language().equals("fa") && !tag.isRomanised() ? LanguageTag.DARI : tag;
  }

  /** What a term may mean in all other languages, the likeliest first within each. */
  public List<Translation> translations(LanguageTag from, String term) {
    return byLanguage.getOrDefault(key(from), Map.of()).getOrDefault(term, List.of());
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

  /** How many terms of a language have a translation. */
  public int size(LanguageTag language) {
    return byLanguage.getOrDefault(key(language), Map.of()).size();
  }
}
