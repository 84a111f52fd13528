package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.language.LanguageIdentifier;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.Analyzers;
import org.hamsafar.retrieval.ConceptFinder;
import org.hamsafar.retrieval.PassageIndex;
import org.hamsafar.retrieval.TermWeights;
import org.hamsafar.retrieval.Vocabulary;

/** Reads the terms of a question in each language that it may be in. */
final class TermReader {
  private static final double LEAST_PROBABILITY = 0.03;

  /** Correcting is slow, and a question with more unknown words than these is none. */
  private static final int MOST_CORRECTED = 10;

  private final Analyzers analyzers;
  private final ConceptFinder concepts;
  private final Vocabulary vocabulary;
  private final TermWeights weights;

  TermReader(Analyzers analyzers, Vocabulary vocabulary, TermWeights weights) {
    this.analyzers = analyzers;
    this.concepts = vocabulary.concepts();
    this.vocabulary = vocabulary;
    this.weights = weights;
  }

  List<QueryTerms> read(String text, List<LanguageIdentifier.Guess> guesses) {
    List<QueryTerms> readings = new ArrayList<>();
    Map<String, Optional<String>> corrected = new HashMap<>();
    for (LanguageIdentifier.Guess guess : guesses) {
      if (guess.probability() >= LEAST_PROBABILITY) {
        readings.add(read(text, guess, corrected));
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

  /**
   * @param corrected what unknown words were taken for so far, in any language
   */
  private QueryTerms read(
      String text, LanguageIdentifier.Guess guess, Map<String, Optional<String>> corrected) {
    LanguageTag language = guess.language();
    Map<String, QueryTerms.Term> terms = new LinkedHashMap<>();
    List<String> inOrder = new ArrayList<>();
    for (String typed : analyzers.terms(language, text)) {
      if (terms.size() < PassageIndex.MAX_TERMS || terms.containsKey(typed)) {
        inOrder.add(terms.computeIfAbsent(typed, t -> term(language, t, corrected)).text());
      }
    }
    for (String concept : concepts.find(language, inOrder)) {
      terms.put(concept, new QueryTerms.Term(concept, weights.of(language, concept), concept));
    }
    return new QueryTerms(language, guess.probability(), List.copyOf(terms.values()));
  }

  private QueryTerms.Term term(
      LanguageTag language, String term, Map<String, Optional<String>> corrected) {
    Optional<String> near = weights.isKnown(term) ? Optional.empty() : nearest(term, corrected);
    return near.isPresent()
        ? new QueryTerms.Term(
            near.get(), QueryTerms.CORRECTED * weights.of(language, near.get()), term)
        : new QueryTerms.Term(term, weights.of(language, term), term);
  }

  private Optional<String> nearest(String term, Map<String, Optional<String>> corrected) {
    boolean enough = corrected.size() >= MOST_CORRECTED && !corrected.containsKey(term);
    return enough || !Vocabulary.isCorrectable(term)
        ? Optional.empty()
        : corrected.computeIfAbsent(term, vocabulary::nearest);
  }
}
