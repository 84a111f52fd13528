package org.hamsafar.knowledge;

import java.util.List;
import java.util.Optional;
import org.hamsafar.language.LanguageTag;

/**
 * A question and what must come back.
 *
 * @param language the folder it stands in: the language it is written in
 * @param after id of the entry that was answered just before
 * @param expected ids of entries of which one must be the answer; with {@code crisis} among them,
 *     what must be offered after the help lines; or a single word: {@code none}, {@code crisis}, or
 *     {@code harmless} where all that counts is that it is not taken for danger
 * @param shows of a message that asks on: what must stand in the point that is shown; {@code none}
 *     if the text does not tell
 */
public record TestQuestion(
    LanguageTag language,
    String question,
    Optional<String> country,
    Optional<String> after,
    List<String> expected,
    Optional<String> shows,
    String file,
    int line) {
  public TestQuestion {
    expected = List.copyOf(expected);
  }

  public boolean expectsNone() {
    return expected.equals(List.of("none"));
  }

  public boolean expectsCrisis() {
    return expected.contains("crisis");
  }

  /** The entries of which one must come. */
  public List<String> entries() {
    return expectsNone() || expectsHarmless()
        ? List.of()
        : expected.stream().filter(e -> !e.equals("crisis")).toList();
  }

  public boolean expectsHarmless() {
    return expected.equals(List.of("harmless"));
  }
}
