package org.hamsafar.retrieval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hamsafar.language.Folding;
import org.hamsafar.language.LanguageTag;

/** Reads passages as terms. Every word is taken apart once, however often it stands there. */
final class PassageReader {
  private final Analyzers analyzers;
  private final TermNumbers numbers;
  private final Map<LanguageTag, Map<String, Word>> words = new ConcurrentHashMap<>();
  private final ConceptFinder concepts;

  /**
   * A word as written: the number of its term, below 0 if it has none, and what it is cut into
   * besides.
   */
  private record Word(int term, List<String> folded, List<String> sounds) {}

  /** A passage as numbers of terms. */
  static final class Read {
    final Passage passage;

    /** The different terms of the title and of each way of asking, concepts included. */
    final List<int[]> ways;

    /** Every term of the title and the ways of asking, as often as it stands there. */
    final int[] asked;

    /** Every term of the short answer and the body. */
    final int[] told;

    /** Words, folded, to cut runs of letters from. */
    final List<String> folded;

    /** Different sound keys. */
    final int[] sounds;

    /** The different terms of the title and the ways of asking. */
    final int[] named;

    /** The different terms of all. */
    final int[] all;

    private Read(
        Passage passage,
        List<int[]> ways,
        int[] asked,
        int[] told,
        List<String> folded,
        int[] sounds) {
      this.passage = passage;
      this.ways = ways;
      this.asked = asked;
      this.told = told;
      this.folded = folded;
      this.sounds = sounds;
      this.named = TermNumbers.distinct(IntStream.of(asked));
      this.all = TermNumbers.distinct(IntStream.concat(IntStream.of(named), IntStream.of(told)));
    }
  }

  /**
   * @param numbers of the terms of the whole index
   * @param phrases concepts by phrase, of each language that there are passages in
   */
  PassageReader(
      Analyzers analyzers,
      TermNumbers numbers,
      Map<LanguageTag, Map<String, List<String>>> phrases) {
    this.analyzers = analyzers;
    this.numbers = numbers;
    this.concepts = new ConceptFinder(tag -> phrases.getOrDefault(tag, Map.of()));
  }

  Read read(Passage passage) {
    LanguageTag tag = passage.language();
    // Romanised passages have sound keys for words already, and letters of another script.
    Parts parts = new Parts(!tag.isRomanised());
    List<int[]> ways = new ArrayList<>();
    IntStream.Builder asked = IntStream.builder();
    List<String> named = new ArrayList<>();
    named.add(passage.title());
    named.addAll(passage.questions());
    for (String way : named) {
      int[] terms = terms(tag, way, parts);
      ways.add(TermNumbers.distinct(IntStream.of(terms)));
      IntStream.of(terms).forEach(asked);
    }
    int[] answer = terms(tag, passage.shortAnswer(), new Parts(false));
    // Letters and sounds find what is typed otherwise; where ways of asking stand, they suffice.
    Parts ofBody = passage.questions().isEmpty() ? parts : new Parts(false);
    int[] body = terms(tag, passage.body(), ofBody);
    return new Read(
        passage,
        ways,
        asked.build().toArray(),
        IntStream.concat(IntStream.of(answer), IntStream.of(body)).toArray(),
        parts.folded,
        parts.sounds.stream().mapToInt(numbers::of).toArray());
  }

  private static final class Parts {
    private final boolean wanted;
    private final List<String> folded = new ArrayList<>();
    private final Set<String> sounds = new LinkedHashSet<>();

    Parts(boolean wanted) {
      this.wanted = wanted;
    }

    void add(Word word) {
      if (wanted) {
        folded.addAll(word.folded());
        sounds.addAll(word.sounds());
      }
    }
  }

  private int[] terms(LanguageTag tag, String text, Parts parts) {
    Map<String, Word> known = words.computeIfAbsent(tag, _ -> new ConcurrentHashMap<>());
    IntStream.Builder found = IntStream.builder();
    List<String> terms = new ArrayList<>();
    for (String written : analyzers.written(text)) {
      Word word = known.get(written);
      if (word == null) {
        word = word(tag, written);
        known.put(written, word);
      }
      if (word.term() >= 0) {
        found.add(word.term());
        terms.add(numbers.term(word.term()));
      }
      parts.add(word);
    }
    concepts.find(tag, terms).forEach(concept -> found.add(numbers.of(concept)));
    return found.build().toArray();
  }

  private Word word(LanguageTag tag, String written) {
    List<String> folded = Folding.words(written);
    String term = Analyzers.term(tag, written);
    return new Word(
        term.isEmpty() ? -1 : numbers.of(term), folded, List.copyOf(WordParts.sounds(folded)));
  }

  /** The phrases of all languages that there are passages in. */
  static Map<LanguageTag, Map<String, List<String>>> phrases(
      List<Passage> passages, ConceptPhrases concepts) {
    return passages.stream().map(Passage::language).distinct().toList().parallelStream()
        .collect(Collectors.toConcurrentMap(Function.identity(), concepts::of));
  }
}
