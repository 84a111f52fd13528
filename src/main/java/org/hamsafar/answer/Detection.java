package org.hamsafar.answer;

import java.util.List;
import java.util.Optional;
import org.hamsafar.language.LanguageIdentifier;
import org.hamsafar.language.LanguageTag;

/**
 * What a message shows of itself.
 *
 * @param language the most likely language
 * @param guesses all languages of its script, the most likely first; empty without letters
 * @param country the country that it names
 */
public record Detection(
    LanguageTag language, List<LanguageIdentifier.Guess> guesses, Optional<String> country) {
  public Detection {
    guesses = List.copyOf(guesses);
  }
}
