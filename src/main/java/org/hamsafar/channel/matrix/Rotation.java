package org.hamsafar.channel.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * How often the key of an encrypted room changes, as the room asks for.
 *
 * @param messages at most so many with one key
 * @param age of the oldest key in use
 */
record Rotation(long messages, Duration age) {
  private static final long USUAL_MESSAGES = 100;
  private static final long USUAL_MILLIS = Duration.ofDays(7).toMillis();

  /** Reads the content of {@code m.room.encryption}. */
  static Rotation of(JsonNode encryption) {
    return new Rotation(
        Math.max(1, encryption.path("rotation_period_msgs").asLong(USUAL_MESSAGES)),
        Duration.ofMillis(Math.max(0, encryption.path("rotation_period_ms").asLong(USUAL_MILLIS))));
  }
}
