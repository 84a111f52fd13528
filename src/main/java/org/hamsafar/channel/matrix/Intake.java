package org.hamsafar.channel.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hamsafar.channel.Channel.Inlet;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.InboundMessage.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes sync responses apart. What is for the core is in the inbox, and what still waits for its
 * key in a file, before the sync token is saved.
 */
final class Intake implements SyncInlet {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final Duration PATIENCE = Duration.ofHours(12);
  private static final Duration BEFORE_TELLING = Duration.ofSeconds(5);

  private final MatrixParts parts;
  private final Inlet inlet;

  Intake(MatrixParts parts, Inlet inlet) {
    this.parts = parts;
    this.inlet = inlet;
  }

  /** Takes up what an earlier run has left. */
  void resume() {
    parts.waiting().left().forEach(this::waitForKey);
  }

  @Override
  public CompletableFuture<Void> receive(String json, Optional<String> since) {
    try {
      JsonNode sync = Homeserver.JSON.readTree(json);
      List<CompletableFuture<Void>> taken = new ArrayList<>();
      if (since.isPresent()) {
        for (Map.Entry<String, JsonNode> room : sync.at("/rooms/join").properties()) {
          joined(room.getKey(), room.getValue(), since.get(), taken);
        }
        for (Map.Entry<String, JsonNode> room : sync.at("/rooms/leave").properties()) {
          left(room.getKey(), room.getValue(), taken);
        }
      }
      // After the rooms that were left: one that was left and invites again stands in both.
      sync.at("/rooms/invite").properties().forEach(this::invited);
      return CompletableFuture.allOf(taken.toArray(CompletableFuture[]::new))
          .thenRun(parts.synced());
    } catch (MatrixException e) {
      LOG.warn("matrix-sync-not-taken {}", e.reason());
      return CompletableFuture.failedFuture(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CompletableFuture.failedFuture(e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("sync response", e);
    }
  }

  private void invited(Map.Entry<String, JsonNode> room) {
    String inviter = "";
    for (JsonNode event : room.getValue().at("/invite_state/events")) {
      if (event.path("type").asText().equals("m.room.member")
          && event.path("state_key").asText().equals(parts.rooms().user())) {
        inviter = event.path("sender").asText();
      }
    }
    parts.invites().add(room.getKey(), inviter);
  }

  private void joined(
      String room, JsonNode joined, String since, List<CompletableFuture<Void>> taken)
      throws MatrixException, InterruptedException {
    List<JsonNode> events = parts.history().news(room, joined, since);
    for (JsonNode state : joined.at("/state/events")) {
      if (state.path("type").asText().equals("m.room.encryption")) {
        parts.rooms().encryptionChanged(room);
      }
    }
    if (events.isEmpty()) {
      return;
    }
    parts.keeper().look(room, events);
    Setting setting = setting(room);
    int before = taken.size();
    boolean waits = false;
    for (JsonNode event : events) {
      JsonNode opened = parts.rooms().opened(room, event);
      if (Rooms.isEncrypted(opened)) {
        waits |= postpone(room, opened);
      } else {
        take(room, opened, setting).ifPresent(taken::add);
      }
    }
    if (taken.size() == before && !waits && setting == Setting.PRIVATE) {
      greeting(room, events).ifPresent(m -> taken.add(inlet.receive(m)));
    }
  }

  private boolean postpone(String room, JsonNode event) {
    if (event.path("sender").asText().equals(parts.rooms().user())) {
      return false;
    }
    waitForKey(parts.waiting().keep(room, event));
    return true;
  }

  private Setting setting(String room) throws MatrixException, InterruptedException {
    return parts.rooms().members(room) > 2 ? Setting.GROUP : Setting.PRIVATE;
  }

  private Optional<CompletableFuture<Void>> take(String room, JsonNode event, Setting setting)
      throws InterruptedException {
    if (event.path("type").asText().equals("m.room.redaction")) {
      parts.redactions().take(room, event, setting);
      return Optional.empty();
    }
    Optional<InboundMessage> message = parts.reader().read(room, event, setting);
    if (message.isEmpty()) {
      return Optional.empty();
    }
    if (setting == Setting.GROUP && !parts.loops().allows(room, event.path("sender").asText())) {
      LOG.warn("matrix-loop-broken");
      return Optional.empty();
    }
    parts.signs().read(room, event.path("event_id").asText());
    return Optional.of(inlet.receive(message.get()));
  }

  /** Who opens a chat and says nothing is greeted. */
  private Optional<InboundMessage> greeting(String room, List<JsonNode> events) {
    return events.stream()
        .filter(parts.history()::isOwnArrival)
        .findFirst()
        .map(arrival ->
            new InboundMessage(
                EventReader.key(room, arrival.path("event_id").asText()),
                new ConversationId(EventReader.CHANNEL, room),
                new InboundMessage.Text("/start"),
                Optional.empty(),
                Setting.PRIVATE,
                Optional.empty(),
                Instant.ofEpochMilli(arrival.path("origin_server_ts").asLong())));
  }

  private void left(String room, JsonNode left, List<CompletableFuture<Void>> taken) {
    parts.invites().remove(room);
    JsonNode last = left.at("/timeline/events/" + (left.at("/timeline/events").size() - 1));
    taken.add(
        inlet.receive(
            new InboundMessage(
                EventReader.key(room, last.path("event_id").asText("left")),
                new ConversationId(EventReader.CHANNEL, room),
                new InboundMessage.Left(),
                Optional.empty(),
                Setting.GROUP,
                Optional.empty(),
                Instant.ofEpochMilli(last.path("origin_server_ts").asLong()))));
  }

  private void waitForKey(Waiting.Event waiting) {
    parts.aside().execute(() -> await(waiting));
  }

  private void await(Waiting.Event waiting) {
    try {
      Optional<JsonNode> opened =
          parts.rooms().decrypt(waiting.room(), waiting.event(), BEFORE_TELLING);
      if (opened.isEmpty()) {
        LOG.info("matrix-undecryptable");
        parts.tellUndecryptable().accept(waiting.room());
        opened = parts.rooms().decrypt(waiting.room(), waiting.event(), PATIENCE);
      }
      if (opened.isPresent()) {
        take(waiting.room(), opened.get(), setting(waiting.room()))
            .ifPresent(CompletableFuture::join);
        parts.waiting().done(waiting);
      }
    } catch (MatrixException e) {
      LOG.debug("matrix-waiting-stays {}", e.reason());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void loggedOut() {
    parts.loggedOut().run();
  }
}
