package org.hamsafar.retrieval;

import java.util.List;
import java.util.Map;
import org.hamsafar.language.LanguageTag;

/** A translation table as it was learned, in memory. */
final class LearnedTranslations extends TranslationTable {
  private final Map<LanguageTag, Map<String, List<Translation>>> byLanguage;

  LearnedTranslations(Map<LanguageTag, Map<String, List<Translation>>> byLanguage) {
    this.byLanguage = byLanguage;
  }

  Map<LanguageTag, Map<String, List<Translation>>> byLanguage() {
    return byLanguage;
  }

  @Override
  List<Translation> get(LanguageTag from, String term) {
    return byLanguage.getOrDefault(from, Map.of()).getOrDefault(term, List.of());
  }

  @Override
  public int size(LanguageTag language) {
    return byLanguage.getOrDefault(language, Map.of()).size();
  }
}
