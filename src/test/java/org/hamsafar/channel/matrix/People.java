package org.hamsafar.channel.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hamsafar.Canaries;

/** People who use matrix-js-sdk with its Rust cryptography, in one process of Node.js. */
final class People implements AutoCloseable {
  private final Process process;
  private final BufferedWriter in;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final Map<String, List<JsonNode>> events = new HashMap<>();

  People() throws IOException {
    process =
        new ProcessBuilder("node", "client.js")
            .directory(Path.of("src/test/peers/matrix").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    in = process.outputWriter(UTF_8);
    Thread.ofVirtual().start(this::listen);
  }

  private void listen() {
    try (BufferedReader out = process.inputReader(UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        JsonNode json = Homeserver.JSON.readTree(line);
        CompletableFuture<JsonNode> waiting = asked.remove(json.path("id").asInt());
        if (json.has("event")) {
          keep(json);
        } else if (waiting != null && json.has("ok")) {
          waiting.complete(json.path("ok"));
        } else if (waiting != null) {
          waiting.completeExceptionally(new IOException(json.path("error").asText()));
        }
      }
    } catch (IOException e) {
      asked.values().forEach(f -> f.completeExceptionally(e));
    }
  }

  private synchronized void keep(JsonNode event) {
    events.computeIfAbsent(event.path("who").asText(), _ -> new ArrayList<>()).add(event);
    events
        .computeIfAbsent(
            place(event.path("who").asText(), event.path("room").asText()), _ -> new ArrayList<>())
        .add(event);
    notifyAll();
  }

  private static String place(String who, String room) {
    return who + " in " + room;
  }

  /** Has somebody do something; see client.js. */
  CompletableFuture<JsonNode> begin(String who, String what, ObjectNode how) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> done = new CompletableFuture<>();
    asked.put(id, done);
    ObjectNode request = how.put("id", id).put("do", what).put("who", who);
    try {
      synchronized (in) {
        in.write(request + "\n");
        in.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return done;
  }

  JsonNode act(String who, String what, ObjectNode how) {
    return begin(who, what, how).orTimeout(60, TimeUnit.SECONDS).join();
  }

  /** A new account and its first device. */
  JsonNode register(String who, Synapse synapse) {
    return open(who, who, synapse, true);
  }

  JsonNode open(String who, String user, Synapse synapse, boolean register) {
    return act(
        who,
        "open",
        Homeserver.object()
            .put("server", synapse.url().toString())
            .put("user", user)
            .put("password", Synapse.PASSWORD)
            .put("register", register));
  }

  String room(String who, boolean encrypted, boolean direct, String... invited) {
    ObjectNode how = Homeserver.object().put("encrypted", encrypted).put("direct", direct);
    var invite = how.putArray("invite");
    List.of(invited).forEach(invite::add);
    return act(who, "room", how).asText();
  }

  String send(String who, String room, ObjectNode content) {
    ObjectNode how = Homeserver.object().put("room", room);
    how.set("content", content);
    return act(who, "send", how).asText();
  }

  String say(String who, String room, String text) {
    return send(who, room, text(text));
  }

  static ObjectNode text(String text) {
    return Homeserver.object().put("msgtype", "m.text").put("body", Canaries.plant(text));
  }

  static ObjectNode mentioning(String text, String user) {
    ObjectNode content = text(text);
    content.putObject("m.mentions").putArray("user_ids").add(user);
    return content;
  }

  String react(String who, String room, String event, String emoji) {
    ObjectNode how = Homeserver.object().put("room", room).put("type", "m.reaction");
    how.set("content", Notice.reaction(event, emoji));
    return act(who, "send", how).asText();
  }

  /** What {@code who} has seen. */
  List<JsonNode> seen(String who, Predicate<JsonNode> wanted) {
    return among(who, wanted);
  }

  /** What {@code who} has seen the bot say in a room; edits included. */
  List<JsonNode> notices(String who, String room, String bot) {
    return among(
        place(who, room),
        e ->
            e.path("sender").asText().equals(bot)
                && e.path("event").asText().equals("m.room.message"));
  }

  private synchronized List<JsonNode> among(String place, Predicate<JsonNode> wanted) {
    return events.getOrDefault(place, List.of()).stream().filter(wanted).toList();
  }

  /** Waits until so many notices were seen; returns them all. */
  List<JsonNode> waitForNotices(String who, String room, String bot, int count, String what)
      throws InterruptedException {
    return await(what, () -> Optional.of(notices(who, room, bot)).filter(n -> n.size() >= count));
  }

  JsonNode waitFor(String who, String what, Predicate<JsonNode> wanted)
      throws InterruptedException {
    return await(what, () -> Optional.of(seen(who, wanted)).filter(l -> !l.isEmpty())).getFirst();
  }

  /** Looks again whenever somebody has seen something. */
  synchronized <T> T await(String what, Supplier<Optional<T>> wanted) throws InterruptedException {
    long end = System.nanoTime() + Await.DEADLINE.toNanos();
    for (Optional<T> found = wanted.get(); ; found = wanted.get()) {
      if (found.isPresent()) {
        return found.get();
      }
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return fail("not within " + Await.DEADLINE + ": " + what);
      }
      wait(left);
    }
  }

  void waitForMember(String who, String room, String user) throws InterruptedException {
    waitFor(
        who,
        "joined",
        e ->
            e.path("event").asText().equals("m.room.member")
                && e.path("room").asText().equals(room)
                && e.path("state").asText().equals(user)
                && e.at("/content/membership").asText().equals("join"));
  }

  @Override
  public void close() throws IOException {
    in.close();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
