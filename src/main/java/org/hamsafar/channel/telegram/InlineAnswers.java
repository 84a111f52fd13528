package org.hamsafar.channel.telegram;

import java.util.List;
import java.util.Optional;

/**
 * Answers {@code @bot question} typed in any chat. It may be called from several threads at once;
 * nothing of it is stored.
 */
public interface InlineAnswers {
  /**
   * Answers a question.
   *
   * @param query what was typed so far; may be empty
   * @param languageHint as in {@link org.hamsafar.channel.InboundMessage#languageHint()}
   * @return the best first; Telegram shows at most 50
   */
  List<Article> answer(String query, Optional<String> languageHint);

  /**
   * Something to send into the chat.
   *
   * @param id unique within the answer, at most 64 bytes
   * @param html at most 4,096 characters; the rest is left out
   */
  record Article(String id, String title, String description, String html) {}
}
