package org.hamsafar.retrieval;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hamsafar.language.Folding;
import org.hamsafar.language.FunctionWords;
import org.hamsafar.language.LanguageTag;

/**
 * How much a term of a question tells of what it asks.
 *
 * <p>Half of it is how seldom people ask with the word, half how seldom it is written at all: in a
 * body nearly every entry names a lawyer, yet a question with the word is about lawyers. Function
 * words are too few in the questions of a small collection to be told by counting.
 */
public final class TermWeights {
  private static final double FUNCTION_WORD = 0.15;
  private static final double LEAST = 0.05;

  /** People's own words must not fill the memory. */
  private static final int MOST_KEPT = 50_000;

  private final Map<LanguageTag, Map<String, Double>> weights = new ConcurrentHashMap<>();
  private final Vocabulary vocabulary;
  private final Analyzers analyzers;
  private final Map<LanguageTag, Set<String>> functionWords = new ConcurrentHashMap<>();
  private final Map<LanguageTag, Set<String>> writtenFunctionWords = new ConcurrentHashMap<>();

  public TermWeights(Vocabulary vocabulary, Analyzers analyzers) {
    this.vocabulary = vocabulary;
    this.analyzers = analyzers;
  }

  /** The weight of a term, above 0; about 0.1 for "the", 5 for a word that nobody ever wrote. */
  public double of(LanguageTag language, String term) {
    Map<String, Double> known = weights.computeIfAbsent(language, _ -> new ConcurrentHashMap<>());
    Double weight = known.get(term);
    if (weight != null) {
      return weight;
    }
    double counted = count(language, term);
    if (known.size() < MOST_KEPT) {
      known.put(term, counted);
    }
    return counted;
  }

  private double count(LanguageTag language, String term) {
    double asked = vocabulary.informativeness(language, Fields.ASKED, term);
    double written = vocabulary.informativeness(language, Fields.ALL, term);
    double weight = Math.max(LEAST, (asked + written) / 2);
    return isFunctionWord(language, term) ? FUNCTION_WORD * weight : weight;
  }

  /** Whether a term only holds a sentence together. */
  public boolean isFunctionWord(LanguageTag language, String term) {
    return functionWords.computeIfAbsent(language, this::read).contains(term);
  }

  /** The same for a folded word that is not stemmed. */
  boolean isWrittenFunctionWord(LanguageTag language, String word) {
    return writtenFunctionWords.computeIfAbsent(language, TermWeights::readWritten).contains(word);
  }

  private static Set<String> readWritten(LanguageTag language) {
    Set<String> words = new HashSet<>();
    FunctionWords.of(language).forEach(word -> words.addAll(Folding.words(word)));
    return Set.copyOf(words);
  }

  /** Whether any passage has the term. */
  public boolean isKnown(String term) {
    return vocabulary.documentFrequency(term) > 0;
  }

  private Set<String> read(LanguageTag language) {
    Set<String> terms = new HashSet<>();
    FunctionWords.of(language).forEach(word -> terms.addAll(analyzers.terms(language, word)));
    return Set.copyOf(terms);
  }
}
