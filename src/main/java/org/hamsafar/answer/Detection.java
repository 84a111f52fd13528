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

  /**
   * The same for somebody in danger, who needs help where they are: another country that the
   * message names ("we wait for a visa for Canada") counts only if it says that they are there.
   */
  Detection inDanger(Optional<String> own, CountryFinder.Found named) {
    return own.isPresent() && !named.isPlace()
        ? new Detection(language, guesses, Optional.empty())
        : this;
  }
}
