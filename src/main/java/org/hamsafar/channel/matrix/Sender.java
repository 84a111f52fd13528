package org.hamsafar.channel.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.hamsafar.channel.Channel.DeliveryException;
import org.hamsafar.channel.Channel.DeliveryException.Kind;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.channel.OutboundMessage.Button;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages, each part under a transaction that the homeserver takes once. */
final class Sender {
  /** What is left of 65,536 bytes after base64, markup and the encryption's own fields. */
  static final int LIMIT = 36_000;

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  private final Rooms rooms;
  private final Answers answers;
  private final Gate gate;
  private final Signs signs;
  private final Executor aside;

  Sender(Rooms rooms, Answers answers, Gate gate, Signs signs, Executor aside) {
    this.rooms = rooms;
    this.answers = answers;
    this.gate = gate;
    this.signs = signs;
    this.aside = aside;
  }

  void send(OutboundMessage message, String key) throws DeliveryException, InterruptedException {
    String room = message.conversation().id();
    Optional<Reference> reference = Reference.of(message.replyTo());
    if (reference.isPresent() && answers.isRedacted(reference.get().question())) {
      return;
    }
    List<Button> choices = message.buttons().stream().flatMap(List::stream).toList();
    List<Part> parts = Part.split(message.plain(), message.html(), LIMIT);
    try {
      for (int i = 0; i < parts.size(); i++) {
        List<Button> offered = i == parts.size() - 1 ? choices : List.of();
        String sent = part(room, parts.get(i), offered, reference, key + "/" + i);
        offer(room, sent, offered.size(), key);
      }
    } catch (MatrixException e) {
      throw failure(e);
    } finally {
      signs.written(room);
    }
  }

  private String part(
      String room, Part part, List<Button> choices, Optional<Reference> reference, String key)
      throws MatrixException, InterruptedException {
    Optional<String> earlier =
        reference.isPresent() ? answers.toChange(room, reference.get()) : Optional.empty();
    ObjectNode content =
        earlier.isPresent()
            ? Notice.edit(earlier.get(), part, choices, reference)
            : Notice.of(part, choices, reference);
    gate.pass();
    String sent = rooms.send(room, content, key);
    String shown = earlier.orElse(sent);
    if (reference.isPresent()) {
      answers.note(room, reference.get(), shown);
    }
    return shown;
  }

  /** Reactions to press; where the homeserver counts every event, the numbers have to do. */
  private void offer(String room, String event, int choices, String key) {
    if (choices > 0 && gate.isCalm()) {
      aside.execute(() -> {
        try {
          for (int i = 1; i <= Math.min(choices, Keycaps.MOST) && gate.isCalm(); i++) {
            ObjectNode reaction = Notice.reaction(event, Keycaps.of(i));
            rooms.put(room, "m.reaction", reaction, key + "/choice/" + i);
          }
        } catch (MatrixException e) {
          e.retryAfter().ifPresent(gate::shut);
          LOG.debug("matrix-choices-not-shown {}", e.reason());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
    }
  }

  private DeliveryException failure(MatrixException e) {
    LOG.debug("matrix-send-failed {}", e.reason());
    if (e.reason() == MatrixException.Reason.LIMIT) {
      e.retryAfter().ifPresent(gate::shut);
    }
    Kind kind =
        switch (e.reason()) {
          case NETWORK, LIMIT, TOKEN -> Kind.TEMPORARY;
          case FORBIDDEN -> Kind.GONE;
          case NOT_FOUND, REFUSED -> Kind.REFUSED;
        };
    return new DeliveryException(kind, e.retryAfter(), e.reason().name());
  }
}
