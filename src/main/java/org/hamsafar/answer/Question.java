package org.hamsafar.answer;

import java.util.List;
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
 * @param offered ids of the entries that were offered with it
 */
public record Question(
    String text,
    Optional<LanguageTag> language,
    Optional<String> country,
    Optional<String> status,
    Optional<String> thread,
    List<String> offered) {
  public Question {
    text = CleanText.of(text);
    offered = List.copyOf(offered);
  }

  /** A question of somebody of whom nothing is known. */
  public static Question of(String text) {
    return new Question(
        text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  public Question withText(String other) {
    return new Question(other, language, country, status, thread, offered);
  }

  public Question withLanguage(Optional<LanguageTag> tag) {
    return new Question(text, tag, country, status, thread, offered);
  }

  public Question withThread(Optional<String> entry) {
    return new Question(text, language, country, status, entry, offered);
  }

  public Question withCountry(Optional<String> code) {
    return new Question(text, language, code, status, thread, offered);
  }

  public Question withOffered(List<String> entries) {
    return new Question(text, language, country, status, thread, entries);
  }
}
