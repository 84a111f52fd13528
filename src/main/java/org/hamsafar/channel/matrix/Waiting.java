package org.hamsafar.channel.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events whose key has not come yet, still encrypted, in files: they outlive the process. */
final class Waiting {
  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int MOST = 1_000;

  private final Path folder;
  private final InstantSource clock;

  /** An event that waits. */
  record Event(Path file, String room, JsonNode event) {}

  Waiting(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Keeps an event; it is durable when this returns. */
  Event keep(String room, JsonNode event) {
    try {
      PrivateFiles.folder(folder);
      String id = event.path("event_id").asText();
      Path file = folder.resolve(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)) + "");
      ObjectNode kept = Homeserver.object().put("room", room).put("kept", clock.millis());
      kept.set("event", event);
      PrivateFiles.write(file, kept.toString());
      return new Event(file, room, event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void done(Event event) {
    try {
      Files.deleteIfExists(event.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an earlier run has left; what is too old or too much is dropped. */
  List<Event> left() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Event> events = new ArrayList<>();
    int dropped = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        JsonNode kept = Homeserver.JSON.readTree(Files.readString(file));
        Instant time = Instant.ofEpochMilli(kept.path("kept").asLong());
        if (events.size() < MOST && time.plus(KEPT).isAfter(clock.instant())) {
          events.add(new Event(file, kept.path("room").asText(), kept.path("event")));
        } else {
          Files.delete(file);
          dropped++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (dropped > 0) {
      LOG.warn("matrix-undecryptable-dropped count={}", dropped);
    }
    return events;
  }
}
