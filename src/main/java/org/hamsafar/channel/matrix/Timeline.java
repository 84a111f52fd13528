package org.hamsafar.channel.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What an event of a room may refer to. */
interface Timeline {
  /** The bot's user id. */
  String user();

  /** An event, decrypted if it can be; empty if it is not there. */
  Optional<JsonNode> event(String room, String id) throws InterruptedException;
}
