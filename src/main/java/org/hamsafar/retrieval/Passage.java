package org.hamsafar.retrieval;

import java.util.List;
import org.hamsafar.language.LanguageTag;

/**
 * What is indexed: an entry as it is asked and told in one language.
 *
 * @param entry id of the entry
 * @param country its country
 * @param questions ways of asking it
 * @param body may be empty where only questions are known
 */
public record Passage(
    String entry,
    String country,
    LanguageTag language,
    String title,
    List<String> questions,
    String shortAnswer,
    String body) {
  public Passage {
    questions = List.copyOf(questions);
  }
}
