package org.hamsafar.retrieval;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hamsafar.language.Folding;
import org.hamsafar.language.FunctionWords;
import org.hamsafar.language.LanguageTag;

/** The terms that only hold a sentence together, as each language's analyzer gives them. */
final class FunctionTerms {
  private final Analyzers analyzers;
  private final Map<LanguageTag, Set<String>> stemmed = new ConcurrentHashMap<>();
  private final Map<LanguageTag, Set<String>> written = new ConcurrentHashMap<>();

  FunctionTerms(Analyzers analyzers) {
    this.analyzers = analyzers;
  }

  Set<String> of(LanguageTag language) {
    Set<String> known = stemmed.get(language);
    return known == null ? stemmed.computeIfAbsent(language, this::read) : known;
  }

  /** The same, folded and not stemmed. */
  Set<String> written(LanguageTag language) {
    Set<String> known = written.get(language);
    return known == null ? written.computeIfAbsent(language, FunctionTerms::readWritten) : known;
  }

  private Set<String> read(LanguageTag language) {
    Set<String> terms = new HashSet<>();
    FunctionWords.of(language).forEach(word -> terms.addAll(analyzers.terms(language, word)));
    return Set.copyOf(terms);
  }

  private static Set<String> readWritten(LanguageTag language) {
    Set<String> words = new HashSet<>();
    FunctionWords.of(language).forEach(word -> words.addAll(Folding.words(word)));
    return Set.copyOf(words);
  }
}
