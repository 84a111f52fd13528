package org.hamsafar.channel.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves rooms in which nobody is left or too many are, and follows rooms that move. */
final class Keeper {
  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

  private final Rooms rooms;
  private final Invites invites;
  private final MatrixSettings settings;
  private final Aside aside;

  Keeper(Rooms rooms, Invites invites, MatrixSettings settings, Executor aside) {
    this.rooms = rooms;
    this.invites = invites;
    this.settings = settings;
    this.aside = new Aside(aside, LOG, "matrix-room-not-kept");
  }

  /** Looks at what has changed in a room. */
  void look(String room, List<JsonNode> events) {
    boolean members = false;
    for (JsonNode event : events) {
      switch (event.path("type").asText()) {
        case "m.room.member" -> members = true;
        case "m.room.encryption" -> rooms.encryptionChanged(room);
        case "m.room.tombstone" -> follow(room, event);
        default -> {}
      }
    }
    if (members) {
      aside.attempt(() -> leaveIfUnfit(room));
    }
  }

  private void leaveIfUnfit(String room) throws MatrixException, InterruptedException {
    int members = rooms.members(room);
    if (members == 1 || members > settings.largestRoom()) {
      LOG.info("matrix-room-left reason={}", members == 1 ? "EMPTY" : "TOO_LARGE");
      rooms.leave(room);
    }
  }

  /** The new room is joined within the budget, then the old one is left. */
  private void follow(String room, JsonNode tombstone) {
    String next = tombstone.at("/content/replacement_room").asText();
    if (!next.isEmpty()) {
      invites.add(next, "tombstone " + room);
      aside.attempt(() -> rooms.leave(room));
    }
  }
}
