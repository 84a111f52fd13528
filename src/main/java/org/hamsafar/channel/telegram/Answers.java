package org.hamsafar.channel.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which messages of the bot's answer which question, so that a changed question changes its answer.
 * Kept in memory only: after a restart a changed question gets a new answer.
 */
final class Answers {
  private static final int KEPT = 4096;

  private final Recent<String, Given> given = new Recent<>(KEPT);

  /**
   * @param revision the edit that is being answered
   * @param next which of the messages it may change next
   */
  private record Given(List<Integer> messages, long revision, int next) {
    Given {
      messages = List.copyOf(messages);
    }
  }

  /** The message that the next answer to {@code revision} takes the place of. */
  synchronized Optional<Integer> toChange(ChatAddress chat, ReplyReference revision) {
    Given known = current(chat, revision);
    return known.next() < known.messages().size()
        ? Optional.of(known.messages().get(known.next()))
        : Optional.empty();
  }

  /** Notes that {@code message} was sent, or changed, to answer {@code question}. */
  synchronized void note(ChatAddress chat, ReplyReference question, int message) {
    Given known = current(chat, question);
    List<Integer> messages = new ArrayList<>(known.messages());
    if (!messages.contains(message)) {
      messages.add(known.next(), message);
    }
    given.put(
        place(chat, question),
        new Given(messages, question.update(), messages.indexOf(message) + 1));
  }

  private Given current(ChatAddress chat, ReplyReference question) {
    Given known = given.get(place(chat, question)).orElse(new Given(List.of(), 0, 0));
    return known.revision() == question.update()
        ? known
        : new Given(known.messages(), question.update(), 0);
  }

  private static String place(ChatAddress chat, ReplyReference question) {
    return chat.chat() + "/" + question.message();
  }
}
