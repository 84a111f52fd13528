package org.hamsafar.channel.matrix;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of the bot's messages answer which question, so that an edited question edits its answer
 * and a redacted one takes it along. Kept in memory; {@link Search} finds what an earlier run has
 * sent.
 */
final class Answers {
  private static final int KEPT = 10_000;

  private final Cache<String, Given> given = Caffeine.newBuilder().maximumSize(KEPT).build();
  private final Cache<String, Boolean> redacted = Caffeine.newBuilder().maximumSize(KEPT).build();
  private final Search search;

  /** Looks for answers in a room. */
  interface Search {
    /** The bot's messages that answer {@code question}, oldest first. */
    List<String> answers(String room, String question) throws InterruptedException;
  }

  /**
   * @param revision the event that is being answered
   * @param next which of the messages it may change next
   */
  private record Given(List<String> messages, String revision, int next) {
    Given {
      messages = List.copyOf(messages);
    }
  }

  Answers(Search search) {
    this.search = search;
  }

  /** The message that the next answer to an edited question takes the place of. */
  Optional<String> toChange(String room, Reference question) throws InterruptedException {
    if (question.revision().equals(question.question())) {
      return Optional.empty();
    }
    Given known = current(room, question);
    return known.next() < known.messages().size()
        ? Optional.of(known.messages().get(known.next()))
        : Optional.empty();
  }

  /** Notes that {@code message} was sent, or changed, to answer {@code question}. */
  synchronized void note(String room, Reference question, String message)
      throws InterruptedException {
    Given known = current(room, question);
    List<String> messages = new ArrayList<>(known.messages());
    if (!messages.contains(message)) {
      messages.add(Math.min(known.next(), messages.size()), message);
    }
    given.put(
        question.question(),
        new Given(messages, question.revision(), messages.indexOf(message) + 1));
  }

  private synchronized Given current(String room, Reference question) throws InterruptedException {
    Given known = given.getIfPresent(question.question());
    if (known == null) {
      boolean edited = !question.revision().equals(question.question());
      known =
          new Given(
              edited ? search.answers(room, question.question()) : List.of(),
              question.revision(),
              0);
      given.put(question.question(), known);
    }
    return known.revision().equals(question.revision())
        ? known
        : new Given(known.messages(), question.revision(), 0);
  }

  /**
   * Notes that a question was taken back; returns the messages that answered it.
   *
   * @param look whether to look for them in the room when they are not remembered
   */
  List<String> redact(String room, String question, boolean look) throws InterruptedException {
    redacted.put(question, true);
    Given known = given.getIfPresent(question);
    if (known != null) {
      return known.messages();
    }
    return look ? search.answers(room, question) : List.of();
  }

  boolean isRedacted(String question) {
    return redacted.getIfPresent(question) != null;
  }
}
