package org.hamsafar.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.InboundMessage.Setting;

/** Reads whatever claims to be an event. */
public final class EventInput {
  private static final String BOT = "@bot:localhost";
  private static final String ROOM = "!room:localhost";

  private static final MatrixSettings SETTINGS =
      MatrixSettings.usual(Set.of("menu", "start")).withVolunteers(Optional.of(ROOM));

  /** Events of every kind that is read. */
  public static List<JsonNode> samples() {
    return Stream.of(
            "'m.room.message','content':{'msgtype':'m.text','body':'!hamsafar menu'}",
            "'m.room.message','content':{'msgtype':'m.text','body':'> <@a:b> x\\n\\nbot: !menu','m.mentions':{'user_ids':['@bot:localhost']},'m.relates_to':{'m.in_reply_to':{'event_id':'$own'}}}",
            "'m.room.message','content':{'msgtype':'m.image','body':'x.png','formatted_body':'@bot:localhost','m.relates_to':{'rel_type':'m.thread','event_id':'$root','is_falling_back':true,'m.in_reply_to':{'event_id':'$own'}}}",
            "'m.room.message','content':{'msgtype':'m.text','body':'* b','m.new_content':{'msgtype':'m.text','body':'@bot:localhost b'},'m.relates_to':{'rel_type':'m.replace','event_id':'$first'}}",
            "'m.reaction','content':{'m.relates_to':{'rel_type':'m.annotation','event_id':'$own','key':'1\uFE0F\u20E3'}}")
        .map(rest ->
            json(
                "{'event_id':'$first','sender':'@her:localhost','origin_server_ts':1790000000000,'type':"
                    + rest
                    + "}"))
        .toList();
  }

  private static JsonNode json(String text) {
    try {
      return Homeserver.JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A timeline that gives the event itself for every id, as one of the bot's where it can. */
  private record Same(JsonNode event) implements Timeline {
    @Override
    public String user() {
      return BOT;
    }

    @Override
    public Optional<JsonNode> event(String room, String id) {
      return id.startsWith("$own") ? Optional.of(OWN) : Optional.of(event);
    }
  }

  private static final JsonNode OWN =
      json(
          "{'event_id':'$own','sender':'@bot:localhost','content':{'org.hamsafar.choices':['topic:work','lang:ps'],'m.relates_to':{'rel_type':'m.thread','event_id':'$root'}}}");

  /** Never fails, whatever the text. */
  public void read(String text) {
    JsonNode event;
    try {
      event = Homeserver.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return;
    }
    EventReader reader =
        new EventReader(new Same(event), new Addressing(BOT, "Bot", SETTINGS), SETTINGS);
    for (Setting setting : Setting.values()) {
      try {
        reader.read(ROOM, event, setting).ifPresent(EventInput::isSound);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void isSound(InboundMessage message) {
    assertThat(message.key()).startsWith("mx:!room:localhost:");
    assertThat(Reference.of(message.replyTo())).isPresent();
    assertThat(message.time()).isNotNull();
  }
}
