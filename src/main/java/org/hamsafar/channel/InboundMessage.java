package org.hamsafar.channel;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as the core sees it; names, numbers and files are dropped before.
 *
 * @param key unique for ever: {@code tg:<bot>:<update_id>}, {@code mx:<room>:<event_id>}
 * @param languageHint what the platform says of the person's language, a BCP 47 tag or part of one
 * @param setting where it was said
 * @param replyTo what the answer has to refer to, in the channel's own terms; empty for none
 * @param repliesTo first line of the bot's own message that this one replies to, by the platform's
 *     reply; empty if it replies to none, or to somebody else's
 */
public record InboundMessage(
    String key,
    ConversationId conversation,
    Content content,
    Optional<String> languageHint,
    Setting setting,
    Optional<String> replyTo,
    Optional<String> repliesTo,
    Instant time) {

  /** A message that replies to none of the bot's. */
  public InboundMessage(
      String key,
      ConversationId conversation,
      Content content,
      Optional<String> languageHint,
      Setting setting,
      Optional<String> replyTo,
      Instant time) {
    this(key, conversation, content, languageHint, setting, replyTo, Optional.empty(), time);
  }

  /** What was sent. */
  public sealed interface Content {}

  /** Words, commands included. */
  public record Text(String text) implements Content {}

  /**
   * A button that the bot has offered.
   *
   * @param payload as it was offered
   */
  public record Choice(String payload) implements Content {}

  /** Something that the bot does not open: a picture, a voice message, a place, a contact. */
  public record Unsupported() implements Content {}

  /**
   * A message changed by its writer.
   *
   * @param originalKey key of the message as it was sent first
   */
  public record Edited(String text, String originalKey) implements Content {}

  /** The person has blocked the bot or removed it from the room. */
  public record Left() implements Content {}

  /** Who reads along. */
  public enum Setting {
    /** Nobody but the person. */
    PRIVATE,
    /** A group or room, and the bot was addressed. */
    GROUP
  }

  /** The words, or an empty text. */
  public String text() {
    return switch (content) {
      case Text t -> t.text();
      case Edited e -> e.text();
      case Choice _, Unsupported _, Left _ -> "";
    };
  }
}
