package org.hamsafar.channel.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Executor;
import org.hamsafar.channel.InboundMessage.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes back the answers to questions that were taken back. */
final class Redactions {
  private static final Logger LOG = LoggerFactory.getLogger(Redactions.class);

  private final Rooms rooms;
  private final Answers answers;
  private final Executor aside;

  Redactions(Rooms rooms, Answers answers, Executor aside) {
    this.rooms = rooms;
    this.answers = answers;
    this.aside = aside;
  }

  void take(String room, JsonNode event, Setting setting) {
    if (event.path("sender").asText().equals(rooms.user())) {
      return;
    }
    String question = event.at("/content/redacts").asText(event.path("redacts").asText());
    aside.execute(() -> {
      try {
        for (String answer : answers.redact(room, question, setting == Setting.PRIVATE)) {
          rooms.redact(room, answer);
        }
      } catch (MatrixException e) {
        LOG.warn("matrix-answer-not-redacted {}", e.reason());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }
}
