package org.hamsafar.answer;

import java.util.List;
import java.util.Optional;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.language.LanguageTag;

/**
 * A message as it is understood before anything is searched for.
 *
 * @param thread what the person has read last
 * @param about what that text tells of what is asked
 * @param offered what the person may mean instead: what is one touch away, and what was before
 * @param now how many of these are one touch away
 */
record Heard(
    Question question,
    CountryFinder.Found named,
    Detection detection,
    LanguageTag reply,
    List<QueryTerms> readings,
    Optional<Entry> thread,
    Points.Found about,
    List<Entry> offered,
    int now) {
  /** The text without the words that name countries. */
  String text() {
    return named.rest();
  }

  /** Whether a text was offered because the message before told of it, and not beside the other. */
  boolean isToldOf(Entry text) {
    return thread.stream().noneMatch(read -> read.related().contains(text.id()));
  }

  boolean namesCountry() {
    return named.code().isPresent();
  }
}
