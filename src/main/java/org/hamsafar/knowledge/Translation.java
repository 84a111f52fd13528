package org.hamsafar.knowledge;

import java.util.List;
import java.util.Optional;
import org.hamsafar.language.LanguageTag;

/**
 * The text of an entry in one language.
 *
 * @param questions ways in which people ask it
 * @param romanised ways of asking it typed in Latin letters; empty for Latin-script languages
 * @param reviewer who has read and approved the text
 * @param revision of the source text: its own, of a translation: the one that it translates
 * @param sourceText whether others translate this text
 */
public record Translation(
    LanguageTag language,
    String title,
    List<String> questions,
    List<String> romanised,
    Origin origin,
    Optional<String> reviewer,
    int revision,
    boolean sourceText,
    Body body) {
  public Translation {
    questions = List.copyOf(questions);
    romanised = List.copyOf(romanised);
  }

  Translation withoutAsked() {
    return new Translation(
        language, title, List.of(), List.of(), origin, reviewer, revision, sourceText, body);
  }
}
