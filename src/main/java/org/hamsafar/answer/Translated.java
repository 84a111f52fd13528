package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
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

  /** By word of the question. */
  private final double[] weights;

  private final double total;

  /** In the order of their numbers, as passages keep them. */
  private final List<Meaning> meanings;

  private final int[] ids;

  /**
   * What a word may be in another language.
   *
   * @param id the number of a term
   * @param word of the question, from 0
   */
  private record Meaning(int id, int word, double probability) {}

  /**
   * @param reading of the question
   * @param into languages of passages, without the question's own
   */
  Translated(
      QueryTerms reading, TranslationTable table, PassageIndex index, Set<LanguageTag> into) {
    this.index = index;
    this.into = into;
    this.weights = reading.terms().stream().mapToDouble(QueryTerms.Term::weight).toArray();
    this.total = Arrays.stream(weights).sum();
    Set<LanguageTag> wanted = new LinkedHashSet<>(into);
    List<Meaning> all = new ArrayList<>();
    for (int word = 0; word < weights.length; word++) {
      String text = reading.terms().get(word).text();
      add(all, word, text, table.translations(reading.language(), text, wanted));
    }
    all.sort(Comparator.comparingInt(Meaning::id));
    this.meanings = List.copyOf(all);
    this.ids = meanings.stream().mapToInt(Meaning::id).toArray();
  }

  /** A word without a translation may be a name, or a word of the host country. */
  private static void add(List<Meaning> all, int word, String text, Map<String, Float> meanings) {
    if (meanings.isEmpty()) {
      all.add(new Meaning(Signature.id(text), word, 1));
    }
    meanings.entrySet().stream()
        .sorted(Map.Entry.<String, Float>comparingByValue().reversed())
        .limit(MOST_MEANINGS)
        .forEach(m -> all.add(new Meaning(Signature.id(m.getKey()), word, m.getValue())));
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
    double[] found = new double[weights.length];
    int[] places = passage.places(ids);
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0) {
        Meaning meaning = meanings.get(i);
        found[meaning.word()] += meaning.probability() * (passage.isNamed(places[i]) ? 1 : IN_TEXT);
      }
    }
    double sum = 0;
    for (int word = 0; word < found.length; word++) {
      sum += weights[word] * Math.min(1, found[word]);
    }
    return sum / total;
  }
}
