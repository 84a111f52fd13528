package org.hamsafar.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.conversation.Session;
import org.hamsafar.language.LanguageTag;

/** Writes messages and sessions as JSON and reads them again. */
final class Codec {
  private final ObjectMapper mapper = new ObjectMapper();

  String write(InboundMessage message) {
    ObjectNode node = mapper.createObjectNode();
    node.put("key", message.key());
    node.put("channel", message.conversation().channel());
    node.put("id", message.conversation().id());
    switch (message.content()) {
      case InboundMessage.Text t -> node.put("text", t.text());
      case InboundMessage.Choice c -> node.put("choice", c.payload());
      case InboundMessage.Edited e -> node.put("edited", e.text()).put("original", e.originalKey());
      case InboundMessage.Unsupported _ -> node.put("unsupported", true);
      case InboundMessage.Left _ -> node.put("left", true);
    }
    message.languageHint().ifPresent(v -> node.put("hint", v));
    message.replyTo().ifPresent(v -> node.put("replyTo", v));
    message.repliesTo().ifPresent(v -> node.put("repliesTo", v));
    node.put("setting", message.setting().name());
    node.put("time", message.time().toEpochMilli());
    return node.toString();
  }

  InboundMessage readInbound(String json) {
    JsonNode node = read(json);
    return new InboundMessage(
        node.path("key").asText(),
        conversation(node),
        content(node),
        text(node, "hint"),
        InboundMessage.Setting.valueOf(node.path("setting").asText()),
        text(node, "replyTo"),
        text(node, "repliesTo"),
        Instant.ofEpochMilli(node.path("time").asLong()));
  }

  private static InboundMessage.Content content(JsonNode node) {
    if (node.has("text")) {
      return new InboundMessage.Text(node.path("text").asText());
    }
    if (node.has("choice")) {
      return new InboundMessage.Choice(node.path("choice").asText());
    }
    if (node.has("edited")) {
      return new InboundMessage.Edited(
          node.path("edited").asText(), node.path("original").asText());
    }
    return node.has("left") ? new InboundMessage.Left() : new InboundMessage.Unsupported();
  }

  String write(OutboundMessage message) {
    ObjectNode node = mapper.createObjectNode();
    node.put("channel", message.conversation().channel());
    node.put("id", message.conversation().id());
    node.put("plain", message.plain());
    node.put("html", message.html());
    ArrayNode rows = node.putArray("buttons");
    for (List<OutboundMessage.Button> row : message.buttons()) {
      ArrayNode cells = rows.addArray();
      row.forEach(b -> cells.addObject().put("label", b.label()).put("payload", b.payload()));
    }
    node.put("rtl", message.rightToLeft());
    node.put("replaces", message.replaces());
    message.replyTo().ifPresent(v -> node.put("replyTo", v));
    message.voice().ifPresent(v -> node.put("voice", v));
    return node.toString();
  }

  OutboundMessage readOutbound(String json) {
    JsonNode node = read(json);
    List<List<OutboundMessage.Button>> rows = new ArrayList<>();
    for (JsonNode row : node.path("buttons")) {
      List<OutboundMessage.Button> cells = new ArrayList<>();
      for (JsonNode cell : row) {
        cells.add(
            new OutboundMessage.Button(cell.path("label").asText(), cell.path("payload").asText()));
      }
      rows.add(cells);
    }
    return new OutboundMessage(
        conversation(node),
        node.path("plain").asText(),
        node.path("html").asText(),
        rows,
        node.path("rtl").asBoolean(),
        node.path("replaces").asBoolean(),
        text(node, "replyTo"),
        text(node, "voice"));
  }

  String write(ConversationId conversation, Session session) {
    ObjectNode node = mapper.createObjectNode();
    node.put("channel", conversation.channel());
    node.put("id", conversation.id());
    session.language().ifPresent(v -> node.put("language", v.value()));
    session.country().ifPresent(v -> node.put("country", v));
    session.status().ifPresent(v -> node.put("status", v));
    session.thread().ifPresent(v -> node.put("thread", v));
    session.pending().ifPresent(v -> node.put("pending", v));
    session.switched().ifPresent(v -> node.put("switched", v.value()));
    session.offered().forEach(node.withArray("/offered")::add);
    session.earlier().forEach(node.withArray("/earlier")::add);
    session.done().forEach(node.withArray("/done")::add);
    node.put("stage", session.stage().name());
    node.put("lowData", session.lowData());
    node.put("nudge", session.nudge());
    node.put("tip", session.tip());
    return node.toString();
  }

  Session readSession(String json) {
    JsonNode node = read(json);
    return new Session(
        text(node, "language").map(LanguageTag::new),
        text(node, "country"),
        text(node, "status"),
        text(node, "thread"),
        text(node, "pending"),
        texts(node, "offered"),
        texts(node, "earlier"),
        Session.Stage.valueOf(node.path("stage").asText()),
        new HashSet<>(texts(node, "done")),
        node.path("lowData").asBoolean(),
        node.path("nudge").asBoolean(),
        node.path("tip").asBoolean(),
        text(node, "switched").map(LanguageTag::new));
  }

  ConversationId readConversation(String json) {
    return conversation(read(json));
  }

  private static ConversationId conversation(JsonNode node) {
    return new ConversationId(node.path("channel").asText(), node.path("id").asText());
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Optional.ofNullable(node.get(key)).map(JsonNode::asText);
  }

  private static List<String> texts(JsonNode node, String key) {
    List<String> texts = new ArrayList<>();
    node.path(key).forEach(item -> texts.add(item.asText()));
    return texts;
  }

  JsonNode read(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw new StoreException("A row of the database cannot be read: restore a backup.", e);
    }
  }

  ObjectNode object() {
    return mapper.createObjectNode();
  }
}
