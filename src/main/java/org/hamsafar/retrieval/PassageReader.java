package org.hamsafar.retrieval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hamsafar.language.Folding;
import org.hamsafar.language.LanguageTag;

/** Reads passages as terms. Every word is taken apart once, however often it stands there. */
final class PassageReader {
  private final Analyzers analyzers;
  private final Map<LanguageTag, Map<String, Word>> words = new ConcurrentHashMap<>();
  private final Map<LanguageTag, ConceptFinder> concepts = new ConcurrentHashMap<>();

  /** A word as written: its term, and what it is cut into besides. */
  private record Word(String term, List<String> folded, List<String> sounds) {}

  /**
   * @param ways terms of the title and of each way of asking, concepts included
   * @param body terms of the short answer and the body
   * @param letters runs of letters, each as often as it stands there
   * @param sounds different sound keys
   */
  record Read(
      Passage passage,
      List<Set<String>> ways,
      List<String> asked,
      List<String> body,
      List<String> letters,
      Set<String> sounds) {
    /** Every term of the title and the ways of asking. */
    Set<String> named() {
      return new LinkedHashSet<>(asked);
    }

    /** Every term. */
    Set<String> all() {
      Set<String> all = named();
      all.addAll(body);
      return all;
    }
  }

  /**
   * @param phrases concepts by phrase, of each language that there are passages in
   */
  PassageReader(Analyzers analyzers, Map<LanguageTag, Map<String, List<String>>> phrases) {
    this.analyzers = analyzers;
    phrases.forEach((tag, known) -> concepts.put(tag, new ConceptFinder(new Known(known))));
  }

  /** Phrases in memory. */
  private static final class Known implements ConceptFinder.Phrases {
    private final Map<String, List<String>> concepts;
    private final Set<String> beginnings = new HashSet<>();

    Known(Map<String, List<String>> concepts) {
      this.concepts = concepts;
      concepts.keySet().forEach(phrase -> beginnings.add(phrase.split(" ", 2)[0]));
    }

    @Override
    public boolean begins(LanguageTag language, String term) {
      return beginnings.contains(term);
    }

    @Override
    public List<String> concepts(LanguageTag language, String phrase) {
      return concepts.getOrDefault(phrase, List.of());
    }
  }

  Read read(Passage passage) {
    LanguageTag tag = passage.language();
    // Romanised passages have sound keys for words already, and letters of another script.
    Parts parts = new Parts(!tag.isRomanised());
    List<Set<String>> ways = new ArrayList<>();
    List<String> title = terms(tag, passage.title(), parts);
    ways.add(new LinkedHashSet<>(title));
    List<String> asked = new ArrayList<>();
    for (String question : passage.questions()) {
      List<String> terms = terms(tag, question, parts);
      ways.add(new LinkedHashSet<>(terms));
      asked.addAll(terms);
    }
    asked.addAll(title);
    List<String> body = terms(tag, passage.body(), parts);
    List<String> answer = terms(tag, passage.shortAnswer(), new Parts(false));
    List<String> told = new ArrayList<>(answer);
    told.addAll(body);
    return new Read(passage, ways, asked, told, WordParts.letters(parts.folded), parts.sounds);
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

  private List<String> terms(LanguageTag tag, String text, Parts parts) {
    Map<String, Word> known = words.computeIfAbsent(tag, _ -> new ConcurrentHashMap<>());
    List<String> terms = new ArrayList<>();
    for (String written : analyzers.written(text)) {
      Word word = known.get(written);
      if (word == null) {
        word = word(tag, written);
        known.put(written, word);
      }
      if (!word.term().isEmpty()) {
        terms.add(word.term());
      }
      parts.add(word);
    }
    ConceptFinder finder = concepts.get(tag);
    if (finder != null) {
      terms.addAll(finder.find(tag, terms));
    }
    return terms;
  }

  private static Word word(LanguageTag tag, String written) {
    List<String> folded = Folding.words(written);
    return new Word(Analyzers.term(tag, written), folded, List.copyOf(WordParts.sounds(folded)));
  }

  /** The phrases of all languages that there are passages in. */
  static Map<LanguageTag, Map<String, List<String>>> phrases(
      List<Passage> passages, ConceptPhrases concepts) {
    Map<LanguageTag, Map<String, List<String>>> phrases = new HashMap<>();
    passages.forEach(p -> phrases.computeIfAbsent(p.language(), concepts::of));
    return phrases;
  }
}
