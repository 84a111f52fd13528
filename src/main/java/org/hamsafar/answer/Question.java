package org.hamsafar.answer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hamsafar.knowledge.Entry;
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
 * @param earlier ids of those that were shown or offered before, the latest first
 */
public record Question(
    String text,
    Optional<LanguageTag> language,
    Optional<String> country,
    Optional<String> status,
    Optional<String> thread,
    List<String> offered,
    List<String> earlier) {
  /** What was spoken of longer ago is hardly meant. */
  private static final int REMEMBERED = 8;

  public Question {
    text = CleanText.of(text);
    offered = List.copyOf(offered);
    earlier = List.copyOf(earlier);
  }

  /** A question of somebody of whom nothing is known. */
  public static Question of(String text) {
    return new Question(
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  public Question withText(String other) {
    return new Question(other, language, country, status, thread, offered, earlier);
  }

  public Question withLanguage(Optional<LanguageTag> tag) {
    return new Question(text, tag, country, status, thread, offered, earlier);
  }

  public Question withThread(Optional<String> entry) {
    return new Question(text, language, country, status, entry, offered, earlier);
  }

  public Question withCountry(Optional<String> code) {
    return new Question(text, language, code, status, thread, offered, earlier);
  }

  /**
   * As it is asked by the same person after a text was shown.
   *
   * @param shown its id
   * @param beside ids of what was offered with it
   */
  public Question after(Optional<String> shown, List<String> beside) {
    List<String> past =
        Stream.of(thread.stream(), offered.stream(), earlier.stream())
            .flatMap(ids -> ids)
            .distinct()
            .filter(id -> !beside.contains(id) && !shown.equals(Optional.of(id)))
            .limit(REMEMBERED)
            .toList();
    return new Question(text, language, country, status, shown, beside, past);
  }

  /** As it is asked after an answer: who was asked back has not left the matter. */
  public Question after(Outcome outcome) {
    boolean danger = outcome.answer() instanceof Answer.Crisis;
    return after(
        outcome.thread().map(Entry::id).or(() -> danger ? Optional.empty() : thread),
        outcome.answer().offered().stream().map(Entry::id).toList());
  }
}
