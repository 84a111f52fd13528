package org.hamsafar.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.InboundMessage.Choice;
import org.hamsafar.channel.InboundMessage.Content;
import org.hamsafar.channel.InboundMessage.Edited;
import org.hamsafar.channel.InboundMessage.Left;
import org.hamsafar.channel.InboundMessage.Setting;
import org.hamsafar.channel.InboundMessage.Text;
import org.hamsafar.channel.InboundMessage.Unsupported;

/**
 * Takes from an update what the core may know. Only the named fields are looked at: names, user
 * names, phone numbers and files are never read, and a field of an unexpected shape is as good as
 * none, so no update can stop the reading of the next.
 */
final class UpdateReader {
  /** The kinds of updates to ask Telegram for. */
  static final List<String> KINDS =
      List.of("message", "edited_message", "callback_query", "my_chat_member", "inline_query");

  private static final List<String> UNOPENED =
      List.of(
          "voice",
          "audio",
          "photo",
          "document",
          "video",
          "video_note",
          "animation",
          "sticker",
          "contact",
          "location",
          "venue",
          "poll",
          "story",
          "dice");

  private static final int REMEMBERED = 4096;

  private final Bot bot;
  private final Function<String, String> payloads;
  private final Recent<String, String> keys = new Recent<>(REMEMBERED);
  private final Recent<String, Long> albums = new Recent<>(REMEMBERED);

  /**
   * @param payloads turns what a button sent into what the core has offered
   */
  UpdateReader(Bot bot, Function<String, String> payloads) {
    this.bot = bot;
    this.payloads = payloads;
  }

  /** Reads an update that has an {@code update_id}. */
  Incoming read(JsonNode update) {
    long id = update.path("update_id").asLong();
    if (update.has("message")) {
      return message(id, update.path("message"));
    }
    if (update.has("edited_message")) {
      return edited(id, update.path("edited_message"));
    }
    if (update.has("callback_query")) {
      return callback(id, update.path("callback_query"));
    }
    if (update.has("my_chat_member")) {
      return membership(id, update.path("my_chat_member"));
    }
    return update.has("inline_query")
        ? inline(id, update.path("inline_query"))
        : Incoming.nothing(id);
  }

  private Incoming message(long id, JsonNode message) {
    if (!isFromSomebody(message) || !isAddressed(message)) {
      return Incoming.nothing(id);
    }
    if (message.has("text")) {
      keys.put(place(message), key(id));
      return said(id, message, new Text(text(message)), ReplyReference.Kind.QUESTION);
    }
    return UNOPENED.stream().anyMatch(message::has) && isFirstOfAlbum(id, message)
        ? said(id, message, new Unsupported(), ReplyReference.Kind.QUESTION)
        : Incoming.nothing(id);
  }

  /** An edit of a message that is no longer remembered is taken as a new one. */
  private Incoming edited(long id, JsonNode message) {
    if (!isFromSomebody(message) || !isAddressed(message) || !message.has("text")) {
      return Incoming.nothing(id);
    }
    Optional<String> original = keys.get(place(message));
    return original.isPresent()
        ? said(id, message, new Edited(text(message), original.get()), ReplyReference.Kind.REVISED)
        : message(id, message);
  }

  private Incoming callback(long id, JsonNode query) {
    Optional<String> callback = Optional.of(query.path("id").asText());
    JsonNode pressed = query.path("message");
    if (!isChat(pressed) || !query.path("data").isTextual()) {
      return new Incoming(id, Optional.empty(), callback, Optional.empty());
    }
    Content choice = new Choice(payloads.apply(Intake.text(query.path("data").asText())));
    InboundMessage message =
        new InboundMessage(
            key(id),
            address(pressed).conversation(),
            choice,
            language(query.path("from")),
            setting(pressed.path("chat")),
            reference(ReplyReference.Kind.PRESSED, pressed, id),
            time(pressed));
    return new Incoming(id, Optional.of(message), callback, Optional.empty());
  }

  private Incoming membership(long id, JsonNode member) {
    String status = member.path("new_chat_member").path("status").asText();
    boolean out = status.equals("kicked") || status.equals("left");
    return out && isChat(member)
        ? Incoming.of(
            id,
            new InboundMessage(
                key(id),
                address(member).conversation(),
                new Left(),
                Optional.empty(),
                setting(member.path("chat")),
                Optional.empty(),
                time(member)))
        : Incoming.nothing(id);
  }

  private static Incoming inline(long id, JsonNode query) {
    return new Incoming(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new Incoming.InlineQuestion(
                query.path("id").asText(),
                Intake.text(query.path("query").asText()),
                language(query.path("from")))));
  }

  private Incoming said(long id, JsonNode message, Content content, ReplyReference.Kind kind) {
    return Incoming.of(
        id,
        new InboundMessage(
            key(id),
            address(message).conversation(),
            content,
            language(message.path("from")),
            setting(message.path("chat")),
            reference(kind, message, id),
            repliesTo(message.path("reply_to_message")),
            time(message)));
  }

  /** Only the bot's own words: what somebody else wrote is not this person's to tell. */
  private Optional<String> repliesTo(JsonNode replied) {
    return replied.path("from").path("id").asLong() == bot.id()
        ? Intake.text(replied.path("text").asText()).lines().findFirst()
        : Optional.empty();
  }

  /** Not a channel, another bot, or what this bot itself put there through inline mode. */
  private boolean isFromSomebody(JsonNode message) {
    boolean anonymousAdmin =
        message.path("sender_chat").path("id").asLong(0)
            == message.path("chat").path("id").asLong(1);
    return isChat(message)
        && (!message.path("from").path("is_bot").asBoolean() || anonymousAdmin)
        && message.path("via_bot").path("id").asLong() != bot.id()
        && !message.path("is_automatic_forward").asBoolean();
  }

  private static boolean isChat(JsonNode message) {
    JsonNode chat = message.path("chat");
    return chat.path("id").isIntegralNumber() && !chat.path("type").asText().equals("channel");
  }

  /** In a group the bot answers only who speaks to it. */
  private boolean isAddressed(JsonNode message) {
    if (setting(message.path("chat")) == Setting.PRIVATE) {
      return true;
    }
    String text = message.path("text").asText(message.path("caption").asText(""));
    if (bot.isForAnother(text)) {
      return false;
    }
    return bot.isCommanded(text)
        || bot.isMentioned(text)
        || message.path("reply_to_message").path("from").path("id").asLong() == bot.id();
  }

  /** Several pictures sent together are refused once. */
  private boolean isFirstOfAlbum(long id, JsonNode message) {
    String album = message.path("media_group_id").asText("");
    return album.isEmpty() || albums.claim(album, id) == id;
  }

  private String text(JsonNode message) {
    return bot.withoutName(Intake.text(message.path("text").asText()));
  }

  private String key(long update) {
    return "tg:" + bot.id() + ":" + update;
  }

  private static String place(JsonNode message) {
    return message.path("chat").path("id").asText() + "/" + message.path("message_id").asText();
  }

  private static ChatAddress address(JsonNode message) {
    boolean topic =
        message.path("is_topic_message").asBoolean() && message.path("message_thread_id").isInt();
    return new ChatAddress(
        message.path("chat").path("id").asText(),
        topic ? Optional.of(message.path("message_thread_id").asInt()) : Optional.empty());
  }

  private static Optional<String> reference(
      ReplyReference.Kind kind, JsonNode message, long update) {
    JsonNode id = message.path("message_id");
    return id.isInt()
        ? Optional.of(new ReplyReference(kind, id.asInt(), update).text())
            .filter(text -> ReplyReference.parse(text).isPresent())
        : Optional.empty();
  }

  private static Setting setting(JsonNode chat) {
    return chat.path("type").asText("private").equals("private") ? Setting.PRIVATE : Setting.GROUP;
  }

  private static Optional<String> language(JsonNode from) {
    String code = from.path("language_code").asText("");
    // The length first: a long one would exhaust the stack of the pattern's reader.
    return code.length() <= 35 && code.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
        ? Optional.of(code)
        : Optional.empty();
  }

  private static Instant time(JsonNode message) {
    long seconds = message.path("date").asLong();
    return Instant.ofEpochSecond(Math.clamp(seconds, 0L, 253_402_300_799L));
  }
}
