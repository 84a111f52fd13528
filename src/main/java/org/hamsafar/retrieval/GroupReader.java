package org.hamsafar.retrieval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamsafar.language.Folding;
import org.hamsafar.language.LanguageTag;

/** Makes groups of terms of a question: in its own language, and in others. */
public final class GroupReader {
  private static final float FUNCTION_WORD = 0.3f;

  /** In a question function words are noise; a longer text is known again by all its words. */
  private static final int LONGEST_QUESTION = 12;

  private static final float LETTERS = 0.4f;
  private static final Set<LanguageTag> SISTERS = Set.of(LanguageTag.DARI, LanguageTag.PERSIAN);
  private static final float SURE_SISTER = 0.2f;
  private static final float SISTER = 0.7f;
  private static final float SOUND_OF_UNKNOWN = 1f;
  private static final float SOUND_OF_KNOWN = 0.3f;

  private final Analyzers analyzers;
  private final TermWeights weights;
  private final TranslationTable table;

  public GroupReader(Analyzers analyzers, TermWeights weights, TranslationTable table) {
    this.analyzers = analyzers;
    this.weights = weights;
    this.table = table;
  }

  /** Stems and runs of letters, to find passages in the question's own language. */
  public List<TermGroup> own(LanguageTag language, String text) {
    List<TermGroup> groups = new ArrayList<>();
    Set<String> terms = new LinkedHashSet<>(analyzers.terms(language, text));
    float function = terms.size() <= LONGEST_QUESTION ? FUNCTION_WORD : 1;
    for (String term : terms) {
      float weight = weights.isFunctionWord(language, term) ? function : 1;
      groups.add(new TermGroup(TermGroup.Place.WORDS, weight, withSisters(language, term)));
    }
    groups.addAll(letters(language, text, function));
    return groups;
  }

  /** Runs of letters, to find what is written a little otherwise. */
  public List<TermGroup> letters(LanguageTag language, String text) {
    return letters(language, text, FUNCTION_WORD);
  }

  private List<TermGroup> letters(LanguageTag language, String text, float functionWord) {
    List<TermGroup> groups = new ArrayList<>();
    if (!language.isRomanised()) {
      runs(language, text, functionWord)
          .forEach((run, weight) -> groups.add(TermGroup.of(TermGroup.Place.LETTERS, run, weight)));
    }
    return groups;
  }

  /** A Dari word and what Iranians say for it, and the other way round. */
  private Map<String, Float> withSisters(LanguageTag language, String term) {
    Map<String, Float> alternatives = new LinkedHashMap<>();
    if (SISTERS.contains(language)) {
      table
          .translations(language, term, SISTERS)
          .forEach((sister, probability) -> {
            if (probability >= SURE_SISTER) {
              alternatives.put(sister, SISTER * probability);
            }
          });
    }
    alternatives.put(term, 1f);
    return alternatives;
  }

  private Map<String, Float> runs(LanguageTag language, String text, float functionWord) {
    Map<String, Float> runs = new LinkedHashMap<>();
    List<String> words = Folding.words(text);
    List<String> telling =
        functionWord < 1
            ? words.stream().filter(word -> !weights.isWrittenFunctionWord(language, word)).toList()
            : words;
    WordParts.letters(telling.isEmpty() ? words : telling).forEach(run -> runs.put(run, LETTERS));
    return runs;
  }

  /**
   * Translations and sound keys, to find passages in other languages. A word without a translation
   * is looked for as it is and by its sound: it may be a name, or a word of the host country.
   */
  public List<TermGroup> across(LanguageTag language, String text, Set<LanguageTag> into) {
    List<TermGroup> groups = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>();
    for (String term : new LinkedHashSet<>(analyzers.terms(language, text))) {
      Map<String, Float> meanings = table.translations(language, term, into);
      if (meanings.isEmpty()) {
        groups.add(TermGroup.of(TermGroup.Place.WORDS, term, 1));
      } else {
        known.add(term);
        groups.add(new TermGroup(TermGroup.Place.WORDS, 1, meanings));
      }
    }
    sounds(language, text, known)
        .forEach((key, weight) -> groups.add(TermGroup.of(TermGroup.Place.SOUNDS, key, weight)));
    return groups;
  }

  private Map<String, Float> sounds(LanguageTag language, String text, Set<String> known) {
    Map<String, Float> keys = new LinkedHashMap<>();
    for (String word : Folding.words(text)) {
      String key = WordParts.sound(word);
      if (!key.isEmpty()) {
        boolean isKnown = known.containsAll(analyzers.terms(language, word));
        keys.merge(key, isKnown ? SOUND_OF_KNOWN : SOUND_OF_UNKNOWN, Math::max);
      }
    }
    return keys;
  }
}
