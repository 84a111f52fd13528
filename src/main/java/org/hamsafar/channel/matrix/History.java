package org.hamsafar.channel.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a room's timeline is news: everything since the last sync, but nothing from before the
 * bot came.
 */
final class History {
  private final Rooms rooms;

  History(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * The events of one room, oldest first.
   *
   * @param joined the room as the sync response has it
   * @param since where the sync began
   */
  List<JsonNode> news(String room, JsonNode joined, String since)
      throws MatrixException, InterruptedException {
    JsonNode timeline = joined.path("timeline");
    List<JsonNode> events = new ArrayList<>();
    timeline.path("events").forEach(events::add);
    Optional<List<JsonNode>> cut = sinceJoined(events);
    if (cut.isPresent()) {
      return cut.get();
    }
    if (!timeline.path("limited").asBoolean()) {
      return events;
    }
    List<JsonNode> all =
        new ArrayList<>(rooms.before(room, timeline.path("prev_batch").asText(), since));
    all.addAll(events);
    return sinceJoined(all).orElse(all);
  }

  /** Empty if the bot has not come within these events. */
  private Optional<List<JsonNode>> sinceJoined(List<JsonNode> events) {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (isOwnArrival(events.get(i))) {
        return Optional.of(List.copyOf(events.subList(invitation(events, i), events.size())));
      }
    }
    return Optional.empty();
  }

  /** Coming into the room, as opposed to changing one's name in it. */
  boolean isOwnArrival(JsonNode event) {
    return isOwnMembership(event, "join")
        && !event.at("/unsigned/prev_content/membership").asText().equals("join");
  }

  private boolean isOwnMembership(JsonNode event, String membership) {
    return event.path("type").asText().equals("m.room.member")
        && event.path("state_key").asText().equals(rooms.user())
        && event.at("/content/membership").asText().equals(membership);
  }

  /**
   * Who opens a direct chat writes at once, before the invitation can be accepted: that is answered
   * too.
   */
  private int invitation(List<JsonNode> events, int arrival) {
    for (int i = arrival - 1; i >= 0; i--) {
      if (isOwnMembership(events.get(i), "invite")) {
        return events.get(i).at("/content/is_direct").asBoolean() ? i : arrival;
      }
    }
    return arrival;
  }
}
