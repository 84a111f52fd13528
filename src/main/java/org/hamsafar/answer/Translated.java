package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.PassageIndex;
import org.hamsafar.retrieval.Signature;
import org.hamsafar.retrieval.TranslationTable;

/**
 * A question's words as they may be said in other languages, compared with the passages of an entry
 * in these languages.
 */
final class Translated {
  /** What finding a word in the text counts against finding it in a way of asking. */
  private static final double IN_TEXT = 0.6;

  /** The other meanings are less likely together than one of these. */
  private static final int MOST_MEANINGS = 8;

  private final PassageIndex index;
  private final Set<LanguageTag> into;
  private final List<Word> words = new ArrayList<>();
  private final double total;

  private static final class Word {
    private final double weight;
    private final int[] ids;
    private final float[] probabilities;

    Word(double weight, Map<String, Float> meanings) {
      this.weight = weight;
      List<Map.Entry<String, Float>> likeliest =
          meanings.entrySet().stream()
              .sorted(Map.Entry.<String, Float>comparingByValue().reversed())
              .limit(MOST_MEANINGS)
              .toList();
      this.ids = likeliest.stream().mapToInt(m -> Signature.id(m.getKey())).toArray();
      this.probabilities = new float[ids.length];
      for (int i = 0; i < ids.length; i++) {
        probabilities[i] = likeliest.get(i).getValue();
      }
    }

    /** How likely the passage says the word, 0 to 1. */
    double found(Signature passage) {
      double found = 0;
      for (int i = 0; i < ids.length; i++) {
        int place = passage.place(ids[i]);
        if (place >= 0) {
          found += probabilities[i] * (passage.isNamed(place) ? 1 : IN_TEXT);
        }
      }
      return Math.min(1, found);
    }
  }

  /**
   * @param reading of the question
   * @param into languages of passages, without the question's own
   */
  Translated(
      QueryTerms reading, TranslationTable table, PassageIndex index, Set<LanguageTag> into) {
    this.index = index;
    this.into = into;
    Set<LanguageTag> wanted = new LinkedHashSet<>(into);
    double sum = 0;
    for (QueryTerms.Term term : reading.terms()) {
      words.add(word(term, table.translations(reading.language(), term.text(), wanted)));
      sum += term.weight();
    }
    this.total = sum;
  }

  /** A word without a translation may be a name, or a word of the host country. */
  private static Word word(QueryTerms.Term term, Map<String, Float> translations) {
    return new Word(term.weight(), translations.isEmpty() ? Map.of(term.text(), 1f) : translations);
  }

  /** By entry, the share of the question's information that its passages have, 0 to 1. */
  Map<String, Double> shares(Collection<String> entries) {
    Map<String, Double> shares = new HashMap<>();
    if (total > 0) {
      index
          .signatures(entries, into)
          .forEach((entry, passages) ->
              shares.put(entry, passages.stream().mapToDouble(this::share).max().orElse(0)));
    }
    return shares;
  }

  private double share(Signature passage) {
    double sum = 0;
    for (Word word : words) {
      sum += word.weight * word.found(passage);
    }
    return sum / total;
  }
}
