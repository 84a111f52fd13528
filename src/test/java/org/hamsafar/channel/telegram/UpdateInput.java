package org.hamsafar.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.hamsafar.channel.InboundMessage;

/** Reads whatever claims to be an update. */
public final class UpdateInput {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final UpdateReader reader =
      new UpdateReader(new Bot(Updates.BOT, Updates.USERNAME), payload -> payload);

  /** Updates of every kind that is read. */
  public static List<JsonNode> samples() {
    return List.of(
        Updates.message(3, 17, "/start de_work"),
        Updates.with(
            Updates.message(4, -100, "@TestNameBot may I work"),
            "reply_to_message",
            "{'message_id':5,'from':{'id':4242},'text':'#123456 · en · DE'}"),
        Updates.with(
            Updates.with(Updates.message(5, -100, "/menu@testnamebot"), "message_thread_id", "9"),
            "is_topic_message",
            "true"),
        Updates.with(
            Updates.with(Updates.message(6, 17), "photo", "[]"), "media_group_id", "'album'"),
        Updates.edited(Updates.message(3, 17, "how"), 7, "how long"),
        Updates.pressed(8, 17, 500, "topic:work"),
        Updates.json(
            "{'update_id':9,'my_chat_member':{'date':1,'chat':{'id':17,'type':'private'},"
                + "'new_chat_member':{'status':'kicked'}}}"),
        Updates.json(
            "{'update_id':10,'inline_query':{'id':'i1','query':'kar','from':{'id':1,'language_code':'ps'}}}"));
  }

  /** Never fails, whatever the text. */
  public void read(String text) {
    JsonNode update;
    try {
      update = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return;
    }
    Incoming incoming = reader.read(update);
    incoming.message().ifPresent(UpdateInput::isSound);
    incoming.inline().ifPresent(i -> assertThat(i.query().length()).isLessThanOrEqualTo(4096));
  }

  private static void isSound(InboundMessage message) {
    assertThat(message.key()).startsWith("tg:4242:");
    assertThat(message.text().length()).isLessThanOrEqualTo(4096);
    assertThat(message.time().getEpochSecond()).isBetween(0L, 253_402_300_799L);
    message.replyTo().ifPresent(r -> assertThat(ReplyReference.parse(r)).isPresent());
    message.languageHint().ifPresent(hint -> assertThat(hint).hasSizeLessThanOrEqualTo(35));
  }
}
