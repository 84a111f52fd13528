package org.hamsafar.conversation;

import java.util.List;
import java.util.Optional;
import org.hamsafar.language.LanguageTag;

/** What a turn changes besides the session and what it says. */
public sealed interface Effect {
  /**
   * A question that nothing answers, for the volunteers. Nothing in it tells who asked.
   *
   * @param nearest ids of the entries that came nearest
   */
  record Gap(LanguageTag language, Optional<String> country, String question, List<String> nearest)
      implements Effect {
    public Gap {
      nearest = List.copyOf(nearest);
    }
  }

  /** A reader says whether an entry was what they asked for. */
  record Feedback(String entry, boolean right) implements Effect {}

  /** Everything about the conversation is to be deleted. */
  record Forget() implements Effect {}

  /** A question for the volunteers. */
  record OpenTicket(LanguageTag language, Optional<String> country, String question)
      implements Effect {}

  /** A further message for an open ticket. */
  record AddToTicket(String text) implements Effect {}

  /** The person ends their ticket. */
  record CloseTicket() implements Effect {}
}
