package org.hamsafar.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.hamsafar.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/** The terms that an index knows, how rare they are, and the nearest to a misspelt one. */
public final class Vocabulary {
  private static final int MIN_LENGTH_TO_CORRECT = 5;
  private static final int MAX_LENGTH_TO_CORRECT = 24;

  /** Where known terms stand; looking that up costs more than the search for a seldom one. */
  private static final int KEPT = 20_000;

  /** A language with one in so many passages of the largest is written in. */
  private static final int MOSTLY = 2;

  private final IndexSearcher searcher;
  private final Map<LanguageTag, Integer> passagesByLanguage;
  private final int mostPassages;
  private final Map<Term, TermStates> states = new ConcurrentHashMap<>();

  Vocabulary(IndexSearcher searcher) {
    this.searcher = searcher;
    this.passagesByLanguage = count();
    this.mostPassages = passagesByLanguage.values().stream().mapToInt(n -> n).max().orElse(0);
  }

  private Map<LanguageTag, Integer> count() {
    Map<LanguageTag, Integer> counts = new HashMap<>();
    try {
      TermsEnum terms = terms(Fields.LANGUAGE);
      for (BytesRef tag = terms.next(); tag != null; tag = terms.next()) {
        counts.put(new LanguageTag(tag.utf8ToString()), terms.docFreq());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(counts);
  }

  private TermsEnum terms(String field) throws IOException {
    @Nullable Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
    return terms == null ? TermsEnum.EMPTY : terms.iterator();
  }

  /** How many passages there are in a language. */
  int passages(LanguageTag language) {
    return passagesByLanguage.getOrDefault(language, 0);
  }

  /** Whether so much is written in a language that its questions need no other's passages. */
  public boolean isWrittenIn(LanguageTag language) {
    return MOSTLY * passages(language) >= mostPassages;
  }

  /** Finds the concepts that the index knows. */
  public ConceptFinder concepts() {
    return new ConceptFinder(this::phrases);
  }

  /** The concepts of each phrase of a language. */
  private Map<String, List<String>> phrases(LanguageTag language) {
    Map<String, List<String>> phrases = new HashMap<>();
    String prefix = Fields.conceptPhrases(language);
    try {
      TermsEnum terms = terms(Fields.CONCEPT);
      boolean more = terms.seekCeil(new BytesRef(prefix)) != TermsEnum.SeekStatus.END;
      for (; more && terms.term().utf8ToString().startsWith(prefix); more = terms.next() != null) {
        String phrase = terms.term().utf8ToString().substring(prefix.length());
        int end = phrase.indexOf(Fields.BETWEEN);
        phrases
            .computeIfAbsent(phrase.substring(0, end), _ -> new ArrayList<>())
            .add(phrase.substring(end + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return phrases;
  }

  /** In how many passages a term stands. */
  public int documentFrequency(String term) {
    return states(new Term(Fields.ALL, term)).docFreq();
  }

  /** How much it tells that a passage has any of a group's terms in a field; 0 if none has. */
  double rarity(String field, TermGroup group) {
    int all = searcher.getIndexReader().numDocs();
    int most = 0;
    for (String term : group.alternatives().keySet()) {
      most = Math.max(most, states(new Term(field, term)).docFreq());
    }
    return most == 0 ? 0 : Math.log(1 + (all - most + 0.5) / (most + 0.5));
  }

  /** In how many passages people ask with a term. */
  int askedFrequency(String term) {
    try {
      return searcher.getIndexReader().docFreq(new Term(Fields.ASKED, term));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A query for one term; empty if no passage has it. */
  Optional<TermQuery> query(Term term) {
    TermStates found = states(term);
    return found.docFreq() == 0 ? Optional.empty() : Optional.of(new TermQuery(term, found));
  }

  private TermStates states(Term term) {
    TermStates known = states.get(term);
    if (known != null) {
      return known;
    }
    try {
      TermStates found = TermStates.build(searcher, term, true);
      // Words that nobody wrote but the person who asks are not kept.
      if (found.docFreq() > 0) {
        if (states.size() >= KEPT) {
          states.clear();
        }
        states.put(term, found);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Short words are not, nor is whatever has a digit: a number is never guessed. */
  public static boolean isCorrectable(String term) {
    return term.length() >= MIN_LENGTH_TO_CORRECT
        && term.length() <= MAX_LENGTH_TO_CORRECT
        && term.chars().noneMatch(Character::isDigit);
  }

  /** The most frequent known term at one edit from {@code term}, its first letter kept. */
  public Optional<String> nearest(String term) {
    if (!isCorrectable(term)) {
      return Optional.empty();
    }
    try {
      @Nullable Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.ALL);
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
