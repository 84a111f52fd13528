package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hamsafar.language.LanguageIdentifier;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.Analyzers;
import org.hamsafar.retrieval.PassageIndex;
import org.hamsafar.retrieval.TermWeights;
import org.hamsafar.retrieval.Vocabulary;

/** Reads the terms of a question in each language that it may be in. */
final class TermReader {
  private static final double LEAST_PROBABILITY = 0.03;
  private static final double CORRECTED = 0.8;

  private final Analyzers analyzers;
  private final Vocabulary vocabulary;
  private final TermWeights weights;

  TermReader(Analyzers analyzers, Vocabulary vocabulary, TermWeights weights) {
    this.analyzers = analyzers;
    this.vocabulary = vocabulary;
    this.weights = weights;
  }

  List<QueryTerms> read(String text, List<LanguageIdentifier.Guess> guesses) {
    List<QueryTerms> readings = new ArrayList<>();
    for (LanguageIdentifier.Guess guess : guesses) {
      if (guess.probability() >= LEAST_PROBABILITY) {
        readings.add(read(text, guess));
      }
    }
    return readings;
  }

  /** Whether the text has function words only, in its likeliest language. */
  boolean saysNothing(String text, List<LanguageIdentifier.Guess> guesses) {
    if (guesses.isEmpty()) {
      return true;
    }
    LanguageTag tag = guesses.getFirst().language();
    return analyzers.terms(tag, text).stream().allMatch(t -> weights.isFunctionWord(tag, t));
  }

  private QueryTerms read(String text, LanguageIdentifier.Guess guess) {
    Set<String> distinct = new LinkedHashSet<>(analyzers.terms(guess.language(), text));
    List<QueryTerms.Term> terms = new ArrayList<>();
    for (String term : distinct) {
      if (terms.size() == PassageIndex.MAX_TERMS) {
        break;
      }
      terms.add(term(guess.language(), term));
    }
    return new QueryTerms(guess.language(), guess.probability(), terms);
  }

  private QueryTerms.Term term(LanguageTag language, String term) {
    if (vocabulary.documentFrequency(term) > 0) {
      return new QueryTerms.Term(term, weights.of(language, term), term);
    }
    Optional<String> near = vocabulary.nearest(term);
    return near.isPresent()
        ? new QueryTerms.Term(near.get(), CORRECTED * weights.of(language, near.get()), term)
        : new QueryTerms.Term(term, weights.of(language, term), term);
  }
}
