package org.hamsafar.channel.matrix;

import static org.hamsafar.channel.matrix.Homeserver.object;
import static org.hamsafar.channel.matrix.Homeserver.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody without encryption, in plain requests: fast enough for floods. */
final class Person implements AutoCloseable {
  private final Homeserver server;
  private final AtomicInteger sent = new AtomicInteger();
  final String user;

  Person(Synapse synapse, String name) throws IOException, InterruptedException {
    server = new Homeserver(synapse.url(), synapse.register(name));
    user = "@" + name + ":localhost";
  }

  String room(boolean direct, String... invited) throws MatrixException, InterruptedException {
    ObjectNode body =
        object()
            .put("preset", direct ? "trusted_private_chat" : "private_chat")
            .put("is_direct", direct);
    List.of(invited).forEach(body.withArray("invite")::add);
    return server.post("createRoom", body).path("room_id").asText();
  }

  String say(String room, String text) throws MatrixException, InterruptedException {
    return send(room, "m.room.message", People.text(text));
  }

  String send(String room, String type, ObjectNode content)
      throws MatrixException, InterruptedException {
    return server
        .put("rooms/" + path(room, "send", type, "t" + sent.incrementAndGet()), content)
        .path("event_id")
        .asText();
  }

  /** Presses a choice of the bot's by its payload. */
  void press(String room, JsonNode menu, String payload)
      throws MatrixException, InterruptedException {
    int number = 1;
    for (JsonNode choice : menu.path("content").path(Notice.CHOICES)) {
      if (choice.asText().equals(payload)) {
        send(
            room,
            "m.reaction",
            Notice.reaction(menu.path("event_id").asText(), Keycaps.of(number)));
        return;
      }
      number++;
    }
    throw new AssertionError("no choice " + payload + " in " + menu);
  }

  /** Uses the reply of clients. */
  String reply(String room, JsonNode to, String text) throws MatrixException, InterruptedException {
    ObjectNode content = People.text(text);
    content
        .putObject(Notice.RELATES_TO)
        .putObject("m.in_reply_to")
        .put("event_id", to.path("event_id").asText());
    return send(room, "m.room.message", content);
  }

  void state(String room, String type, String key, ObjectNode content)
      throws MatrixException, InterruptedException {
    server.put("rooms/" + path(room, "state", type, key), content);
  }

  void act(String room, String what, ObjectNode body) throws MatrixException, InterruptedException {
    server.post("rooms/" + path(room, what), body);
  }

  void redact(String room, String event) throws MatrixException, InterruptedException {
    server.put("rooms/" + path(room, "redact", event, "t" + sent.incrementAndGet()), object());
  }

  boolean isMember(String room, String somebody) throws InterruptedException {
    try {
      return server.get("rooms/" + path(room, "joined_members")).path("joined").has(somebody);
    } catch (MatrixException e) {
      return false;
    }
  }

  void waitForMember(String room, String somebody) throws InterruptedException {
    Await.until(
        "joined",
        () -> {
          try {
            return isMember(room, somebody);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
          }
        });
  }

  /** The last hundred events of a room from somebody, oldest first. */
  List<JsonNode> from(String room, String somebody) {
    List<JsonNode> found = new ArrayList<>();
    try {
      JsonNode page = server.get("rooms/" + path(room, "messages") + "?dir=b&limit=100");
      page.path("chunk").forEach(found::addFirst);
    } catch (MatrixException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return found.stream().filter(e -> e.path("sender").asText().equals(somebody)).toList();
  }

  /** What the bot has said in a room, redacted messages left out. */
  List<JsonNode> notices(String room, String bot) {
    return from(room, bot).stream()
        .filter(e -> e.path("type").asText().startsWith("m.room.message"))
        .filter(e -> e.path("content").has("body"))
        .toList();
  }

  List<JsonNode> waitForNotices(String room, String bot, int count) throws InterruptedException {
    return Await.value(
        count + " notices",
        () -> java.util.Optional.of(notices(room, bot)).filter(n -> n.size() >= count));
  }

  @Override
  public void close() {
    server.close();
  }
}
