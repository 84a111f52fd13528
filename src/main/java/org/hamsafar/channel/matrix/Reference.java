package org.hamsafar.channel.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What an answer refers to, as it travels through the core.
 *
 * @param question the event that is answered; with an edit, the event that was edited
 * @param revision the event that made it say what it says now
 * @param asker user id to be mentioned; empty in a chat of two
 * @param thread root of the thread in which it was asked
 */
record Reference(
    String question, String revision, Optional<String> asker, Optional<String> thread) {
  String text() {
    ObjectNode json = Homeserver.object().put("q", question).put("r", revision);
    asker.ifPresent(a -> json.put("a", a));
    thread.ifPresent(t -> json.put("t", t));
    return json.toString();
  }

  static Optional<Reference> of(Optional<String> text) {
    return text.flatMap(Reference::read);
  }

  private static Optional<Reference> read(String text) {
    try {
      JsonNode json = Homeserver.JSON.readTree(text);
      return Optional.of(
          new Reference(
              json.path("q").asText(),
              json.path("r").asText(),
              Optional.ofNullable(json.path("a").asText(null)),
              Optional.ofNullable(json.path("t").asText(null))));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Nothing: ids do not belong in logs. */
  @Override
  public String toString() {
    return "Reference[…]";
  }
}
