package org.hamsafar.retrieval;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
  private final FunctionTerms functionTerms;

  public TermWeights(Vocabulary vocabulary, Analyzers analyzers) {
    this.vocabulary = vocabulary;
    this.functionTerms = new FunctionTerms(analyzers);
  }

  /** The weight of a term, above 0; about 0.1 for "the", 5 for a word that nobody ever wrote. */
  public double of(LanguageTag language, String term) {
    Map<String, Double> known = weights.computeIfAbsent(language, _ -> new ConcurrentHashMap<>());
    Double weight = known.get(term);
    if (weight != null) {
      return weight;
    }
    double counted =
        weigh(
            vocabulary.askedFrequency(term),
            vocabulary.documentFrequency(term),
            vocabulary.passages(language),
            isFunctionWord(language, term));
    if (known.size() < MOST_KEPT) {
      known.put(term, counted);
    }
    return counted;
  }

  /**
   * @param asked in how many passages people ask with the term
   * @param written in how many it stands
   * @param passages how many its language has
   */
  static double weigh(int asked, int written, int passages, boolean isFunctionWord) {
    double weight =
        Math.max(
            LEAST, (informativeness(asked, passages) + informativeness(written, passages)) / 2);
    return isFunctionWord ? FUNCTION_WORD * weight : weight;
  }

  /** How much a term tells that stands in {@code frequency} of so many passages. */
  private static double informativeness(int frequency, int passages) {
    int all = Math.max(frequency, Math.max(1, passages));
    return Math.log(1 + (all - frequency + 0.5) / (frequency + 0.5));
  }

  /** Whether a term only holds a sentence together. */
  public boolean isFunctionWord(LanguageTag language, String term) {
    return functionTerms.of(language).contains(term);
  }

  /** The same for a folded word that is not stemmed. */
  boolean isWrittenFunctionWord(LanguageTag language, String word) {
    return functionTerms.written(language).contains(word);
  }

  /** Whether any passage has the term. */
  public boolean isKnown(String term) {
    return vocabulary.documentFrequency(term) > 0;
  }
}
