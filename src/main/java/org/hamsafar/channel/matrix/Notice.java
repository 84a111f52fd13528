package org.hamsafar.channel.matrix;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.hamsafar.channel.OutboundMessage.Button;

/** The contents of {@code m.room.message} events that the bot sends. */
final class Notice {
  /** The payloads of a menu, in the order of its numbers. */
  static final String CHOICES = "org.hamsafar.choices";

  /** The event that a message answers, for finding the answer again. */
  static final String ANSWERS = "org.hamsafar.answers";

  static final String RELATES_TO = "m.relates_to";
  private static final int FALLBACK = 200;

  private Notice() {}

  /** A message; never {@code m.text}, so that other bots do not answer it. */
  static ObjectNode of(Part part, List<Button> choices, Optional<Reference> reference) {
    ObjectNode content = bare(part, choices, reference);
    reference.flatMap(Notice::relation).ifPresent(r -> content.set(RELATES_TO, r));
    return content;
  }

  private static ObjectNode bare(Part part, List<Button> choices, Optional<Reference> reference) {
    ObjectNode content =
        Homeserver.object()
            .put("msgtype", "m.notice")
            .put("body", part.plain())
            .put("format", "org.matrix.custom.html")
            .put("formatted_body", part.matrixHtml());
    ObjectNode mentions = content.putObject("m.mentions");
    reference
        .flatMap(Reference::asker)
        .ifPresent(asker -> mentions.putArray("user_ids").add(asker));
    reference.ifPresent(r -> content.put(ANSWERS, r.question()));
    if (!choices.isEmpty()) {
      ArrayNode payloads = content.putArray(CHOICES);
      choices.forEach(c -> payloads.add(c.payload()));
    }
    return content;
  }

  /** In a thread if it was asked in one; a reply where others read along. */
  private static Optional<ObjectNode> relation(Reference reference) {
    ObjectNode relation = Homeserver.object();
    reference
        .thread()
        .ifPresent(root ->
            relation
                .put("rel_type", "m.thread")
                .put("event_id", root)
                .put("is_falling_back", false));
    if (reference.thread().isPresent() || reference.asker().isPresent()) {
      relation.putObject("m.in_reply_to").put("event_id", reference.question());
    }
    return relation.isEmpty() ? Optional.empty() : Optional.of(relation);
  }

  /** What takes the place of an earlier message. */
  static ObjectNode edit(
      String earlier, Part part, List<Button> choices, Optional<Reference> reference) {
    String plain = part.plain();
    ObjectNode content =
        Homeserver.object()
            .put("msgtype", "m.notice")
            .put("body", "* " + plain.substring(0, Math.min(FALLBACK, plain.length())));
    content.set("m.mentions", Homeserver.object());
    content.set("m.new_content", bare(part, choices, reference));
    content.putObject(RELATES_TO).put("rel_type", "m.replace").put("event_id", earlier);
    return content;
  }

  static ObjectNode reaction(String event, String emoji) {
    ObjectNode content = Homeserver.object();
    content
        .putObject(RELATES_TO)
        .put("rel_type", "m.annotation")
        .put("event_id", event)
        .put("key", emoji);
    return content;
  }
}
