package org.hamsafar.answer;

import java.util.Optional;
import org.hamsafar.language.CleanText;
import org.hamsafar.language.LanguageTag;

/**
 * What a person asks, and what they have told of themselves.
 *
 * @param text cleaned
 * @param language the language that they chose
 * @param country the country that they chose
 * @param status the paper that they hold
 * @param thread id of the entry that was answered before, for follow-up questions
 */
public record Question(
    String text,
    Optional<LanguageTag> language,
    Optional<String> country,
    Optional<String> status,
    Optional<String> thread) {
  public Question {
    text = CleanText.of(text);
  }

  /** A question of somebody of whom nothing is known. */
  public static Question of(String text) {
    return new Question(
        text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public Question withLanguage(Optional<LanguageTag> tag) {
    return new Question(text, tag, country, status, thread);
  }

  public Question withThread(Optional<String> entry) {
    return new Question(text, language, country, status, entry);
  }

  public Question withCountry(Optional<String> code) {
    return new Question(text, language, code, status, thread);
  }
}
