package org.hamsafar.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hamsafar.channel.Channel;
import org.hamsafar.channel.Channel.DeliveryException;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.channel.Recordings;
import org.hamsafar.channel.telegram.ApiFailure.Reason;
import org.hamsafar.channel.telegram.Requests.Draft;

/**
 * Sends messages: in order within a chat, within Telegram's limits, split where they are too long.
 * A message whose first parts were taken goes on at the next part when it is tried again.
 */
final class Sender {
  /** Telegram's limit, in UTF-16 units, less one for a mark of direction. */
  private static final int LIMIT = 4095;

  /** A chat that has to wait longer is left to the caller's next try. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private static final int REMEMBERED = 4096;
  private static final String RIGHT_TO_LEFT_MARK = "\u200F";

  private final BotApi api;
  private final Pacer pacer;
  private final Payloads payloads;
  private final Voices voices;
  private final Turnstile turnstile = new Turnstile();
  private final Answers answers = new Answers();
  private final Recent<String, Integer> progress = new Recent<>(REMEMBERED);
  private final Recent<String, String> pressed = new Recent<>(REMEMBERED);

  Sender(BotApi api, Pacer pacer, Payloads payloads, Recordings recordings) {
    this.voices = new Voices(api, recordings);
    this.api = api;
    this.pacer = pacer;
    this.payloads = payloads;
  }

  void send(OutboundMessage message, String key, Channel.Taken taken)
      throws DeliveryException, InterruptedException {
    ChatAddress chat = ChatAddress.of(message.conversation());
    try (Pacer.Lane lane = pacer.enter(chat);
        Turnstile.Pass pass = turnstile.pass()) {
      if (message.voice().isPresent() && sendVoice(message, chat, lane, pass)) {
        taken.note();
        return;
      }
      Optional<ReplyReference> reference = message.replyTo().flatMap(ReplyReference::parse);
      List<Draft> drafts = drafts(message, chat, reference, key);
      for (int i = progress.get(key).orElse(0); i < drafts.size(); i++) {
        int sent = deliver(drafts.get(i), lane, pass, i > 0);
        reference.ifPresent(r -> note(chat, r, sent));
        progress.put(key, i + 1);
      }
      taken.note();
    }
  }

  /**
   * Sends a voice note.
   *
   * @return whether there is one; otherwise the text has to do
   */
  private boolean sendVoice(
      OutboundMessage message, ChatAddress chat, Pacer.Lane lane, Turnstile.Pass pass)
      throws DeliveryException, InterruptedException {
    while (true) {
      lane.await();
      pass.enter();
      try {
        return sayAloud(message, chat, lane);
      } catch (ApiFailure e) {
        if (e.reason() != Reason.FLOOD) {
          throw failure(e);
        }
        pass.stepOut();
        lane.holdBack(e.retryAfter());
      }
    }
  }

  private boolean sayAloud(OutboundMessage message, ChatAddress chat, Pacer.Lane lane)
      throws ApiFailure, InterruptedException {
    try {
      return voices.send(message.voice().orElseThrow(), chat, message.plain());
    } finally {
      lane.answered();
    }
  }

  private void note(ChatAddress chat, ReplyReference reference, int message) {
    if (reference.kind() != ReplyReference.Kind.PRESSED && message > 0) {
      answers.note(chat, reference, message);
    }
  }

  /** Buttons stand under the last part; the first may take the place of another message. */
  private List<Draft> drafts(
      OutboundMessage message, ChatAddress chat, Optional<ReplyReference> reference, String key) {
    boolean html = !message.html().isEmpty();
    List<String> parts =
        html ? Splitter.html(message.html(), LIMIT) : Splitter.plain(message.plain(), LIMIT);
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean first = i == 0;
      boolean last = i == parts.size() - 1;
      drafts.add(
          new Draft(
              chat,
              (!first && message.rightToLeft() ? RIGHT_TO_LEFT_MARK : "") + parts.get(i),
              html,
              last ? message.buttons() : List.of(),
              first ? toChange(message, chat, reference, key) : Optional.empty(),
              first ? toQuote(chat, reference) : Optional.empty()));
    }
    return drafts;
  }

  private Optional<Integer> toChange(
      OutboundMessage message, ChatAddress chat, Optional<ReplyReference> reference, String key) {
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    return switch (reference.get().kind()) {
      case QUESTION -> Optional.empty();
      case REVISED -> answers.toChange(chat, reference.get());
      case PRESSED ->
          message.replaces() && isFirstToReplace(chat, reference.get(), key)
              ? Optional.of(reference.get().message())
              : Optional.empty();
    };
  }

  /** A second message that answers the same press must not hide the first. */
  private boolean isFirstToReplace(ChatAddress chat, ReplyReference reference, String key) {
    return pressed.claim(chat.chat() + "/" + reference.text(), key).equals(key);
  }

  /** In a group it must be seen who is answered. */
  private static Optional<Integer> toQuote(ChatAddress chat, Optional<ReplyReference> reference) {
    return reference
        .filter(_ -> chat.isGroup())
        .filter(r -> r.kind() != ReplyReference.Kind.PRESSED)
        .map(ReplyReference::message);
  }

  /**
   * Sends one part, as often as Telegram says how it wants it otherwise.
   *
   * @param begun whether earlier parts were sent, so that giving up would tear the message
   * @return the id of the message; 0 if Telegram did not say
   */
  private int deliver(Draft draft, Pacer.Lane lane, Turnstile.Pass pass, boolean begun)
      throws DeliveryException, InterruptedException {
    Draft now = draft;
    while (true) {
      if (!begun && lane.held().compareTo(LONGEST_WAIT) > 0) {
        throw new DeliveryException(
            DeliveryException.Kind.TEMPORARY, Optional.of(lane.held()), "telegram: FLOOD");
      }
      lane.await();
      pass.enter();
      try {
        return messageId(call(now, lane), now);
      } catch (ApiFailure e) {
        pass.stepOut();
        if (e.reason() == Reason.UNCHANGED) {
          return now.editing().orElse(0);
        }
        now = otherwise(now, e, lane);
      }
    }
  }

  private JsonNode call(Draft draft, Pacer.Lane lane) throws ApiFailure, InterruptedException {
    try {
      return api.call(draft.request(payloads::shorten));
    } finally {
      lane.answered();
    }
  }

  private static int messageId(JsonNode result, Draft draft) {
    return result.path("message_id").asInt(draft.editing().orElse(0));
  }

  /** How to try again. Each way but the waiting is open once, so this comes to an end. */
  private static Draft otherwise(Draft draft, ApiFailure e, Pacer.Lane lane)
      throws DeliveryException {
    if (e.reason() == Reason.FLOOD) {
      lane.holdBack(e.retryAfter());
      return draft;
    }
    if (e.reason() == Reason.MARKUP && draft.html()) {
      return draft.asPlainText();
    }
    if (e.reason() == Reason.NOT_EDITABLE && draft.editing().isPresent()) {
      return draft.asNewMessage();
    }
    String newChat = e.newChat();
    if (newChat != null && !newChat.equals(draft.chat().chat())) {
      return draft.movedTo(newChat);
    }
    throw failure(e);
  }

  private static DeliveryException failure(ApiFailure e) {
    DeliveryException.Kind kind =
        switch (e.reason()) {
          case NETWORK, SERVER, FLOOD, TOKEN, OTHER_POLLER, WEBHOOK_SET ->
              DeliveryException.Kind.TEMPORARY;
          case GONE -> DeliveryException.Kind.GONE;
          case MARKUP, UNCHANGED, NOT_EDITABLE, MOVED, REFUSED -> DeliveryException.Kind.REFUSED;
        };
    return new DeliveryException(
        kind, Optional.empty(), Objects.requireNonNull(e.getMessage(), "always given"));
  }
}
