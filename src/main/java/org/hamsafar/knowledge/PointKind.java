package org.hamsafar.knowledge;

import java.util.List;
import java.util.Map;
import org.hamsafar.language.LanguageTag;

/**
 * A kind of point about which people ask on once they have read a text: what it costs, how long it
 * takes.
 *
 * @param plain whether a text that has none of the words of {@code said} and {@code counted} does
 *     not tell it
 * @param telephone whether a telephone number tells it
 * @param asked words that ask for it, by language
 * @param said words by which a text tells it, by language
 * @param counted words by which a text tells it beside a number, by language
 * @param beside words that look like those and tell something else, by language
 */
public record PointKind(
    String id,
    boolean plain,
    boolean telephone,
    Map<LanguageTag, List<String>> asked,
    Map<LanguageTag, List<String>> said,
    Map<LanguageTag, List<String>> counted,
    Map<LanguageTag, List<String>> beside) {
  public PointKind {
    asked = Map.copyOf(asked);
    said = Map.copyOf(said);
    counted = Map.copyOf(counted);
    beside = Map.copyOf(beside);
  }
}
