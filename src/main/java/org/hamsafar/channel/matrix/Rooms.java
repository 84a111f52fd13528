package org.hamsafar.channel.matrix;

import static org.hamsafar.channel.matrix.Homeserver.object;
import static org.hamsafar.channel.matrix.Homeserver.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hamsafar.channel.matrix.MatrixException.Reason;

/** What can be asked of rooms and done in them. */
final class Rooms implements Answers.Search, Timeline {
  private static final String ENCRYPTED = "m.room.encrypted";
  private static final Duration ENCRYPT = Duration.ofSeconds(30);
  private static final Duration DECRYPT = Duration.ofSeconds(5);
  private static final int PAGE = 100;
  private static final int PAGES = 50;

  /** What a gap can hold that matters. */
  private static final Set<String> NEWS =
      Set.of(
          "m.room.message",
          ENCRYPTED,
          "m.reaction",
          "m.room.redaction",
          "m.room.member",
          "m.room.encryption",
          "m.room.tombstone");

  private static final int MODERATOR = 50;
  private static final int CREATORS_FROM = 12;

  private final Homeserver server;
  private final MatrixDevice device;
  private final String user;
  private final Cache<String, Rotation> rotations =
      Caffeine.newBuilder().maximumSize(10_000).build();
  private final Cache<String, JsonNode> events = Caffeine.newBuilder().maximumSize(2_000).build();

  Rooms(Homeserver server, MatrixDevice device) {
    this.server = server;
    this.device = device;
    this.user = device.getUserId();
  }

  @Override
  public String user() {
    return user;
  }

  /** How many have joined or are invited, the bot included. */
  int members(String room) throws MatrixException, InterruptedException {
    int known = device.members(room);
    return known > 0
        ? known
        : server.get("rooms/" + path(room, "joined_members")).path("joined").size();
  }

  /**
   * Sends a message, encrypted where the room is.
   *
   * @param key the same for every try
   * @return the event's id
   */
  String send(String room, ObjectNode content, String key)
      throws MatrixException, InterruptedException {
    return switch (device.kind(room)) {
      case UNKNOWN -> throw unknown(room);
      case PLAIN -> {
        mustBePlain(room);
        yield put(room, "m.room.message", content, key);
      }
      case ENCRYPTED -> put(room, ENCRYPTED, encrypted(room, content), key);
    };
  }

  private MatrixException unknown(String room) throws MatrixException, InterruptedException {
    server.get("rooms/" + path(room, "joined_members"));
    return new MatrixException(Reason.NETWORK, "the room is not synced yet", Optional.empty());
  }

  /** The device may not have heard yet that the room was encrypted; the homeserver has. */
  private void mustBePlain(String room) throws MatrixException, InterruptedException {
    try {
      server.get(encryptionOf(room));
    } catch (MatrixException e) {
      if (e.reason() == Reason.NOT_FOUND) {
        return;
      }
      throw e;
    }
    throw new MatrixException(
        Reason.LIMIT, "the room has turned encrypted", Optional.of(Duration.ofMillis(500)));
  }

  private ObjectNode encrypted(String room, ObjectNode content)
      throws MatrixException, InterruptedException {
    Rotation rotation = rotation(room);
    try {
      String sealed =
          device.encrypt(room, content.toString(), rotation.messages(), rotation.age(), ENCRYPT);
      ObjectNode event = (ObjectNode) Homeserver.JSON.readTree(sealed);
      if (content.has(Notice.RELATES_TO)) {
        event.set(Notice.RELATES_TO, content.get(Notice.RELATES_TO));
      }
      return event;
    } catch (IOException e) {
      throw new MatrixException(Reason.NETWORK, "not encrypted", Optional.empty());
    }
  }

  private Rotation rotation(String room) throws MatrixException, InterruptedException {
    Rotation known = rotations.getIfPresent(room);
    if (known != null) {
      return known;
    }
    Rotation asked = Rotation.of(server.get(encryptionOf(room)));
    rotations.put(room, asked);
    return asked;
  }

  private static String encryptionOf(String room) {
    return "rooms/" + path(room, "state", "m.room.encryption") + "/";
  }

  /** The room wants its keys changed in another rhythm. */
  void encryptionChanged(String room) {
    rotations.invalidate(room);
  }

  /** Sends an event as it is. Reactions go in the clear everywhere: clients expect them so. */
  String put(String room, String type, ObjectNode content, String key)
      throws MatrixException, InterruptedException {
    return server
        .put("rooms/" + path(room, "send", type, transaction(key)), content)
        .path("event_id")
        .asText();
  }

  void redact(String room, String event) throws MatrixException, InterruptedException {
    server.put("rooms/" + path(room, "redact", event, transaction("redact/" + event)), object());
  }

  /** From one device the homeserver takes a transaction once. */
  private static String transaction(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
      return "h" + HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void markRead(String room, String event) throws MatrixException, InterruptedException {
    server.post("rooms/" + path(room, "receipt", "m.read", event), object());
  }

  void typing(String room, boolean on) throws MatrixException, InterruptedException {
    ObjectNode body = object().put("typing", on);
    server.put("rooms/" + path(room, "typing", user), on ? body.put("timeout", 10_000) : body);
  }

  void join(String room) throws MatrixException, InterruptedException {
    server.post("join/" + path(room), object());
  }

  void leave(String room) throws MatrixException, InterruptedException {
    server.post("rooms/" + path(room, "leave"), object());
    server.post("rooms/" + path(room, "forget"), object());
  }

  /** Whether somebody may change how the room is. */
  boolean isModerator(String room, String somebody) throws MatrixException, InterruptedException {
    JsonNode levels = server.get("rooms/" + path(room, "state", "m.room.power_levels") + "/");
    return levels.path("users").path(somebody).asInt(levels.path("users_default").asInt(0))
            >= MODERATOR
        || hasMade(room, somebody);
  }

  /** Since version 12 of rooms, who made one stands above the levels and not in them. */
  private boolean hasMade(String room, String somebody)
      throws MatrixException, InterruptedException {
    JsonNode made = server.get("rooms/" + path(room, "state", "m.room.create") + "/?format=event");
    String version = made.at("/content/room_version").asText();
    if (!version.matches("\\d{2,4}") || Integer.parseInt(version) < CREATORS_FROM) {
      return false;
    }
    for (JsonNode other : made.at("/content/additional_creators")) {
      if (other.asText().equals(somebody)) {
        return true;
      }
    }
    return made.path("sender").asText().equals(somebody);
  }

  @Override
  public Optional<JsonNode> event(String room, String id) throws InterruptedException {
    JsonNode known = events.getIfPresent(id);
    if (known != null) {
      return Optional.of(known);
    }
    try {
      JsonNode found = opened(room, server.get("rooms/" + path(room, "event", id)));
      events.put(id, found);
      return Optional.of(found);
    } catch (MatrixException e) {
      return Optional.empty();
    }
  }

  /** The event with its content decrypted; as it is if that cannot be. */
  JsonNode opened(String room, JsonNode event) {
    if (!isEncrypted(event) || !hasKey(room, event)) {
      return event;
    }
    return decrypt(room, event, DECRYPT).orElse(event);
  }

  static boolean isEncrypted(JsonNode event) {
    return event.path("type").asText().equals(ENCRYPTED);
  }

  boolean hasKey(String room, JsonNode event) {
    return device.hasKey(room, event.path("content").path("session_id").asText());
  }

  /** Waits for the key. */
  Optional<JsonNode> decrypt(String room, JsonNode event, Duration limit) {
    ObjectNode whole = event.deepCopy();
    String text = device.decrypt(whole.put("room_id", room).toString(), limit);
    if (text == null) {
      return Optional.empty();
    }
    try {
      JsonNode inner = Homeserver.JSON.readTree(text);
      ObjectNode content = inner.path("content").deepCopy();
      JsonNode relation = event.path("content").path(Notice.RELATES_TO);
      if (!content.has(Notice.RELATES_TO) && relation.isObject()) {
        content.set(Notice.RELATES_TO, relation);
      }
      whole.put("type", inner.path("type").asText());
      whole.set("content", content);
      return Optional.of(whole);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Events before {@code from}, oldest first; of a very long gap its end.
   *
   * @param to the token where to end
   */
  List<JsonNode> before(String room, String from, String to)
      throws MatrixException, InterruptedException {
    List<JsonNode> found = new ArrayList<>();
    String page = from;
    for (int i = 0; i < PAGES && !page.isEmpty(); i++) {
      JsonNode answer =
          server.get(
              "rooms/"
                  + path(room, "messages")
                  + "?dir=b&limit="
                  + PAGE
                  + "&from="
                  + Homeserver.escape(page)
                  + (to.isEmpty() ? "" : "&to=" + Homeserver.escape(to)));
      for (JsonNode event : answer.path("chunk")) {
        if (NEWS.contains(event.path("type").asText())) {
          found.add(event);
        }
      }
      page = answer.path("chunk").isEmpty() ? "" : answer.path("end").asText("");
    }
    Collections.reverse(found);
    return found;
  }

  @Override
  public List<String> answers(String room, String question) throws InterruptedException {
    List<String> found = new ArrayList<>();
    try {
      JsonNode around = server.get("rooms/" + path(room, "context", question) + "?limit=" + PAGE);
      for (JsonNode event : around.path("events_after")) {
        if (event.path("sender").asText().equals(user)
            && opened(room, event).path("content").path(Notice.ANSWERS).asText().equals(question)) {
          found.add(event.path("event_id").asText());
        }
      }
    } catch (MatrixException e) {
      return List.of();
    }
    return found;
  }
}
