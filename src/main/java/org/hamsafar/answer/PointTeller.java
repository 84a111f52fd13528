package org.hamsafar.answer;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hamsafar.knowledge.PointKind;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.Analyzers;

/** Tells whether a text in one language says a kind of point: what it costs, how long it takes. */
final class PointTeller {
  private static final double SAID = 0.6;
  private static final double COUNTED = 1;

  /** A number is at most so many words away from what it counts. */
  private static final int NEAR = 3;

  /** A number that is long, or begins as numbers do that can be dialled from abroad. */
  private static final Pattern TELEPHONE =
      Pattern.compile("(?<![\\d.,])(\\+|0)\\d([ /()-]?\\d){5,}|(?<![\\d.,])\\d([ -]?\\d){7,}");

  private final LanguageTag tag;
  private final Analyzers analyzers;
  private final boolean telephone;
  private final PhraseTable<Double> table = new PhraseTable<>();

  /**
   * @param tag of the texts
   */
  PointTeller(PointKind kind, LanguageTag tag, Analyzers analyzers) {
    this.tag = tag;
    this.analyzers = analyzers;
    this.telephone = kind.telephone();
    put(kind.beside(), 0);
    put(kind.counted(), COUNTED);
    put(kind.said(), SAID);
  }

  private void put(Map<LanguageTag, List<String>> words, double strength) {
    words
        .getOrDefault(tag, List.of())
        .forEach(word -> table.put(analyzers.terms(tag, word), strength));
  }

  /** How plainly it says it; 0 if it does not. */
  double tells(String text) {
    if (telephone && TELEPHONE.matcher(text).find()) {
      return COUNTED;
    }
    List<String> terms = analyzers.terms(tag, text);
    return table.find(terms).stream()
        .filter(m -> m.meaning() < COUNTED || hasNumber(terms, m))
        .mapToDouble(PhraseTable.Met::meaning)
        .max()
        .orElse(0);
  }

  private static boolean hasNumber(List<String> terms, PhraseTable.Met<Double> met) {
    return terms
        .subList(Math.max(0, met.from() - NEAR), Math.min(terms.size(), met.to() + NEAR))
        .stream()
        .anyMatch(t -> t.chars().anyMatch(Character::isDigit));
  }
}
