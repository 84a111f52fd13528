package org.hamsafar.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hamsafar.language.LanguageTag;

/**
 * A question and what must come back.
 *
 * @param language the folder it stands in: the language it is written in
 * @param after id of the entry that was answered just before
 * @param before what the person wrote before, in order, and got answers to; not together with
 *     {@code after}
 * @param expected ids of entries of which one must be the answer; with {@code crisis} among them,
 *     what must be offered after the help lines; or a single word: {@code none}, {@code crisis}, or
 *     {@code harmless} where all that counts is that it is not taken for danger
 * @param shows of a message that asks on: the points of which one must be shown, each by its number
 *     in the text or by words of it; {@code none} if the text does not tell; else empty
 * @param needs of a message that tells of several: for each the ids of entries of which one must be
 *     shown or offered; else empty
 */
public record TestQuestion(
    LanguageTag language,
    String question,
    Optional<String> country,
    Optional<String> after,
    List<String> before,
    List<String> expected,
    List<String> shows,
    List<List<String>> needs,
    String file,
    int line) {
  private static final Predicate<String> NUMBER = Pattern.compile("\\d{1,2}").asMatchPredicate();

  public TestQuestion {
    before = List.copyOf(before);
    expected = List.copyOf(expected);
    shows = List.copyOf(shows);
    needs = needs.stream().map(List::copyOf).toList();
  }

  public boolean expectsNone() {
    return expected.equals(List.of("none"));
  }

  public boolean expectsCrisis() {
    return expected.contains("crisis");
  }

  /** Whether the text that was read tells nothing of what is asked. */
  public boolean showsNothing() {
    return shows.equals(List.of("none"));
  }

  /**
   * Whether a point of a text is among those that must be shown.
   *
   * @param number of it, from 1
   */
  public boolean shows(int number, Body.Block point) {
    return shows.stream()
        .anyMatch(s -> NUMBER.test(s) ? s.equals("" + number) : point.plain().contains(s));
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
