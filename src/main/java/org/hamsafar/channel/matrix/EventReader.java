package org.hamsafar.channel.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.InboundMessage.Choice;
import org.hamsafar.channel.InboundMessage.Content;
import org.hamsafar.channel.InboundMessage.Edited;
import org.hamsafar.channel.InboundMessage.Setting;
import org.hamsafar.channel.InboundMessage.Text;
import org.hamsafar.channel.InboundMessage.Unsupported;

/**
 * Takes from an event what the core may know. Names and files are never read, and a field of an
 * unexpected shape is as good as none, so no event can stop the reading of the next.
 */
final class EventReader {
  static final String CHANNEL = "matrix";
  private static final Set<String> UNOPENED =
      Set.of("m.image", "m.audio", "m.video", "m.file", "m.location");

  private final Timeline rooms;
  private final Addressing addressing;
  private final MatrixSettings settings;

  EventReader(Timeline rooms, Addressing addressing, MatrixSettings settings) {
    this.rooms = rooms;
    this.addressing = addressing;
    this.settings = settings;
  }

  /**
   * Reads a decrypted event.
   *
   * @param setting who reads along in the room
   */
  Optional<InboundMessage> read(String room, JsonNode event, Setting setting)
      throws InterruptedException {
    String sender = event.path("sender").asText();
    if (sender.equals(rooms.user()) || settings.ignored().contains(sender)) {
      return Optional.empty();
    }
    return switch (event.path("type").asText()) {
      case "m.room.message" -> message(room, event, setting);
      case "m.reaction" -> reaction(room, event, setting);
      default -> Optional.empty();
    };
  }

  private Optional<InboundMessage> message(String room, JsonNode event, Setting setting)
      throws InterruptedException {
    JsonNode content = event.path("content");
    JsonNode relation = content.path(Notice.RELATES_TO);
    if (relation.path("rel_type").asText().equals("m.replace")) {
      return edit(room, event, setting);
    }
    if (!isForUs(room, content, setting)) {
      return Optional.empty();
    }
    String kind = content.path("msgtype").asText();
    String id = event.path("event_id").asText();
    if (kind.equals("m.text")) {
      return Optional.of(said(room, event, new Text(addressing.text(content)), setting, id));
    }
    return UNOPENED.contains(kind)
        ? Optional.of(said(room, event, new Unsupported(), setting, id))
        : Optional.empty();
  }

  private boolean isForUs(String room, JsonNode content, Setting setting)
      throws InterruptedException {
    if (setting == Setting.PRIVATE || addressing.isAddressed(content)) {
      return true;
    }
    String body = content.path("body").asText();
    if (settings.volunteers().filter(room::equals).isPresent() && body.startsWith("#")) {
      return true;
    }
    return replied(room, content.path(Notice.RELATES_TO)).isPresent();
  }

  /** The bot's own message that a person has replied to. */
  private Optional<JsonNode> replied(String room, JsonNode relation) throws InterruptedException {
    String id = relation.at("/m.in_reply_to/event_id").asText();
    // In a thread, older clients see each message as a reply to the one before.
    return id.isEmpty() || relation.path("is_falling_back").asBoolean()
        ? Optional.empty()
        : rooms.event(room, id).filter(e -> e.path("sender").asText().equals(rooms.user()));
  }

  private Optional<String> repliesTo(String room, JsonNode relation) throws InterruptedException {
    return replied(room, relation).flatMap(e -> e.at("/content/body").asText().lines().findFirst());
  }

  /** An edit counts only from whoever wrote the message. */
  private Optional<InboundMessage> edit(String room, JsonNode event, Setting setting)
      throws InterruptedException {
    JsonNode content = event.path("content");
    String original = content.at("/m.relates_to/event_id").asText();
    JsonNode now = content.path("m.new_content");
    Optional<JsonNode> before = rooms.event(room, original);
    if (before.isEmpty()
        || !before.get().path("sender").equals(event.path("sender"))
        || !now.path("msgtype").asText().equals("m.text")
        || !(isForUs(room, now, setting) || isForUs(room, before.get().path("content"), setting))) {
      return Optional.empty();
    }
    Content edited = new Edited(addressing.text(now), key(room, original));
    return Optional.of(said(room, event, edited, setting, original, before.get()));
  }

  private Optional<InboundMessage> reaction(String room, JsonNode event, Setting setting)
      throws InterruptedException {
    JsonNode relation = event.path("content").path(Notice.RELATES_TO);
    OptionalInt number = Keycaps.read(relation.path("key").asText());
    if (number.isEmpty()) {
      return Optional.empty();
    }
    String pressed = relation.path("event_id").asText();
    Optional<JsonNode> menu = rooms.event(room, pressed);
    if (menu.isEmpty() || !menu.get().path("sender").asText().equals(rooms.user())) {
      return Optional.empty();
    }
    String payload =
        menu.get().path("content").path(Notice.CHOICES).path(number.getAsInt() - 1).asText();
    if (payload.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(said(room, event, new Choice(payload), setting, pressed, menu.get()));
  }

  private InboundMessage said(
      String room, JsonNode event, Content content, Setting setting, String question)
      throws InterruptedException {
    return said(room, event, content, setting, question, event);
  }

  /**
   * @param place the event whose thread the answer belongs to
   */
  private InboundMessage said(
      String room,
      JsonNode event,
      Content content,
      Setting setting,
      String question,
      JsonNode place)
      throws InterruptedException {
    String id = event.path("event_id").asText();
    JsonNode relation = place.path("content").path(Notice.RELATES_TO);
    boolean threaded = relation.path("rel_type").asText().equals("m.thread");
    Reference reference =
        new Reference(
            question,
            content instanceof Choice ? question : id,
            setting == Setting.GROUP
                ? Optional.of(event.path("sender").asText())
                : Optional.empty(),
            threaded ? Optional.of(relation.path("event_id").asText()) : Optional.empty());
    return new InboundMessage(
        key(room, id),
        new ConversationId(CHANNEL, room),
        content,
        Optional.empty(),
        setting,
        Optional.of(reference.text()),
        content instanceof Choice ? Optional.empty() : repliesTo(room, relation),
        Instant.ofEpochMilli(event.path("origin_server_ts").asLong()));
  }

  static String key(String room, String event) {
    return "mx:" + room + ":" + event;
  }
}
