package org.hamsafar.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.hamsafar.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/** The terms that an index knows, how rare they are, and the nearest to a misspelt one. */
public final class Vocabulary {
  private static final int MIN_LENGTH_TO_CORRECT = 5;

  private final IndexReader reader;
  private final Map<LanguageTag, Integer> passagesByLanguage;

  Vocabulary(IndexReader reader) {
    this.reader = reader;
    this.passagesByLanguage = count(reader);
  }

  private static Map<LanguageTag, Integer> count(IndexReader reader) {
    Map<LanguageTag, Integer> counts = new HashMap<>();
    try {
      Terms languages = MultiTerms.getTerms(reader, Fields.LANGUAGE);
      if (languages != null) {
        TermsEnum terms = languages.iterator();
        for (BytesRef tag = terms.next(); tag != null; tag = terms.next()) {
          counts.put(new LanguageTag(tag.utf8ToString()), terms.docFreq());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(counts);
  }

  /** Finds the concepts that the index knows. */
  public ConceptFinder concepts() {
    return new ConceptFinder(this::concepts);
  }

  private List<String> concepts(LanguageTag language, String phrase) {
    BytesRef start = new BytesRef(Fields.conceptPhrase(language, phrase));
    List<String> concepts = new ArrayList<>();
    try {
      @Nullable Terms terms = MultiTerms.getTerms(reader, Fields.CONCEPT);
      TermsEnum known = terms == null ? TermsEnum.EMPTY : terms.iterator();
      boolean more = known.seekCeil(start) != TermsEnum.SeekStatus.END;
      while (more && StringHelper.startsWith(known.term(), start)) {
        concepts.add(known.term().utf8ToString().substring(start.utf8ToString().length()));
        more = known.next() != null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return concepts;
  }

  /** In how many passages a term stands. */
  public int documentFrequency(String term) {
    return documentFrequency(Fields.ALL, term);
  }

  private int documentFrequency(String field, String term) {
    try {
      return reader.docFreq(new Term(field, term));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How much a term tells among the passages of its language: {@code ln(1 + (N - df + 0.5) / (df +
   * 0.5))}, N the number of these passages.
   */
  double informativeness(LanguageTag language, String field, String term) {
    int frequency = documentFrequency(field, term);
    int passages = Math.max(frequency, passagesByLanguage.getOrDefault(language, 1));
    return Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
  }

  /**
   * The most frequent known term at one edit from {@code term}, its first letter kept. None for
   * short words and for whatever has a digit: a number is never guessed.
   */
  public Optional<String> nearest(String term) {
    if (term.length() < MIN_LENGTH_TO_CORRECT || term.chars().anyMatch(Character::isDigit)) {
      return Optional.empty();
    }
    try {
      @Nullable Terms terms = MultiTerms.getTerms(reader, Fields.ALL);
      return terms == null ? Optional.empty() : nearest(term, terms);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> nearest(String term, Terms terms) throws IOException {
    int first = term.offsetByCodePoints(0, 1);
    CompiledAutomaton near =
        new CompiledAutomaton(
            new LevenshteinAutomata(term.substring(first), true)
                .toAutomaton(1, term.substring(0, first)));
    TermsEnum matches = near.getTermsEnum(terms);
    @Nullable String best = null;
    int most = 0;
    for (BytesRef match = matches.next(); match != null; match = matches.next()) {
      if (matches.docFreq() > most) {
        most = matches.docFreq();
        best = match.utf8ToString();
      }
    }
    return Optional.ofNullable(best);
  }
}
