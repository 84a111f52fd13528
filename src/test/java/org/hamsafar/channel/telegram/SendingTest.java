package org.hamsafar.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hamsafar.channel.Channel.DeliveryException;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.channel.OutboundMessage.Button;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sending, with and without faults. */
class SendingTest {
  private final Rig rig;

  SendingTest() throws IOException {
    rig = new Rig();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private JsonNode sent(int index) {
    return rig.server.calls("sendMessage").get(index).body();
  }

  private static void assertFails(DeliveryException.Kind kind, ThrowingSend send) {
    assertThatThrownBy(send::run)
        .isInstanceOfSatisfying(DeliveryException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageNotContaining("real-token")
        .hasNoCause();
  }

  private interface ThrowingSend {
    void run() throws Exception;
  }

  @Test
  void sendsHtmlWithButtonsAndWithoutPreview() throws Exception {
    rig.channel.send(
        Rig.out(
            "17",
            "<b>سلام</b>",
            List.of(List.of(new Button("دری", "lang:fa-AF"))),
            true,
            Optional.empty()),
        "k");
    assertThat(sent(0).path("chat_id").asText()).isEqualTo("17");
    assertThat(sent(0).path("parse_mode").asText()).isEqualTo("HTML");
    assertThat(sent(0).at("/link_preview_options/is_disabled").asBoolean()).isTrue();
    assertThat(sent(0).at("/reply_markup/inline_keyboard/0/0/callback_data").asText())
        .isEqualTo("lang:fa-AF");
    assertThat(sent(0).has("reply_parameters")).isFalse();
    assertThat(sent(0).has("method")).isFalse();
  }

  @Test
  void markupThatTelegramRefusesIsSentOncePlain() throws Exception {
    rig.server.fail("sendMessage", FaultServer.error(400, "Bad Request: can't parse entities: x"));
    rig.channel.send(Rig.out("17", "<b>a</b> &amp; b"), "k");
    assertThat(sent(1).path("text").asText()).isEqualTo("a & b");
    assertThat(sent(1).has("parse_mode")).isFalse();
    rig.server.fail("sendMessage", FaultServer.error(400, "Bad Request: can't parse entities: x"));
    rig.server.fail("sendMessage", FaultServer.error(400, "Bad Request: can't parse entities: x"));
    assertFails(
        DeliveryException.Kind.REFUSED, () -> rig.channel.send(Rig.out("17", "<b>a</b>"), "k2"));
  }

  @Test
  void longTextsGoInPartsAndGoOnWhereTheyStopped() throws Exception {
    String text = ("<b>" + "کلمه ".repeat(500) + "</b>\n\n").repeat(4);
    OutboundMessage message =
        Rig.out("17", text, List.of(List.of(new Button("x", "y"))), false, Optional.empty());
    rig.server.fail(
        "sendMessage", new FaultServer.Answer(200, "{\"ok\":true,\"result\":{\"message_id\":1}}"));
    rig.server.fail("sendMessage", FaultServer.error(500, "Internal Server Error"));
    assertFails(DeliveryException.Kind.TEMPORARY, () -> rig.channel.send(message, "k"));
    rig.channel.send(message, "k");
    List<String> texts = rig.server.sentTexts();
    assertThat(texts).hasSize(5).allSatisfy(t -> assertThat(t.length()).isLessThanOrEqualTo(4096));
    assertThat(texts.get(1)).isEqualTo(texts.get(2));
    assertThat(sent(2).has("reply_markup")).isFalse();
    assertThat(sent(4).has("reply_markup")).isTrue();
    rig.channel.send(message, "k");
    assertThat(rig.server.sentTexts()).hasSize(5);
  }

  @Test
  void aConnectionCutAfterTheSendWasAcceptedRepeatsAtMostOnce() throws Exception {
    rig.server.fail("sendMessage", new FaultServer.CutAfter());
    OutboundMessage message = Rig.out("17", "once");
    assertFails(DeliveryException.Kind.TEMPORARY, () -> rig.channel.send(message, "k"));
    assertThat(rig.server.sentTexts()).hasSize(1);
    rig.channel.send(message, "k");
    assertThat(rig.server.sentTexts()).hasSize(2);
  }

  @Test
  void aBlackHoleIsTemporary() {
    rig.server.fail("sendMessage", new FaultServer.BlackHole());
    assertFails(DeliveryException.Kind.TEMPORARY, () -> rig.channel.send(Rig.out("17", "a"), "k"));
  }

  @Test
  void tellsWhoIsGoneFromWhatIsRefused() {
    rig.server.fail(
        "sendMessage", FaultServer.error(403, "Forbidden: bot was blocked by the user"));
    assertFails(DeliveryException.Kind.GONE, () -> rig.channel.send(Rig.out("17", "a"), "k1"));
    rig.server.fail("sendMessage", FaultServer.error(400, "Bad Request: chat not found"));
    assertFails(DeliveryException.Kind.GONE, () -> rig.channel.send(Rig.out("17", "a"), "k2"));
    rig.server.fail("sendMessage", FaultServer.error(400, "Bad Request: TOPIC_CLOSED"));
    assertFails(DeliveryException.Kind.REFUSED, () -> rig.channel.send(Rig.out("17", "a"), "k3"));
    rig.server.fail("sendMessage", FaultServer.error(401, "Unauthorized"));
    assertFails(DeliveryException.Kind.TEMPORARY, () -> rig.channel.send(Rig.out("17", "a"), "k4"));
  }

  @Test
  void waitsExactlyAsLongAsTelegramSays() throws Exception {
    rig.server.fail("sendMessage", FaultServer.flood(7));
    rig.channel.send(Rig.out("17", "a"), "k");
    List<FaultServer.Call> calls = rig.server.calls("sendMessage");
    assertThat(Duration.ofNanos(calls.get(1).nanos() - calls.get(0).nanos()))
        .isEqualTo(Duration.ofSeconds(7));
    rig.server.fail("sendMessage", FaultServer.flood(300));
    assertThatThrownBy(() -> rig.channel.send(Rig.out("18", "a"), "k2"))
        .isInstanceOfSatisfying(
            DeliveryException.class,
            e -> assertThat(e.retryAfter()).contains(Duration.ofMinutes(5)));
    rig.channel.send(Rig.out("19", "another chat does not wait"), "k3");
    assertThat(rig.server.calls("sendMessage")).hasSize(4);
  }

  @Test
  void followsAGroupThatMoved() throws Exception {
    rig.server.fail(
        "sendMessage",
        new FaultServer.Answer(
            400,
            "{\"ok\":false,\"error_code\":400,\"description\":\"x\",\"parameters\":{\"migrate_to_chat_id\":-1009}}"));
    rig.channel.send(Rig.out("-9", "a"), "k");
    assertThat(sent(1).path("chat_id").asText()).isEqualTo("-1009");
  }

  @Test
  void limitsAreNeverExceeded() throws Exception {
    for (int i = 0; i < 60; i++) {
      rig.channel.send(Rig.out("-100", "group " + i), "g" + i);
      for (int chat = 1; chat <= 10; chat++) {
        rig.channel.send(Rig.out("" + (i * 3 + chat), "private"), "p" + i + "/" + chat);
      }
    }
    List<FaultServer.Call> calls = rig.server.calls("sendMessage");
    assertThat(calls).hasSize(660);
    assertSpan(calls, 30, Duration.ofSeconds(1));
    assertSpan(inChat(calls, "-100"), 20, Duration.ofMinutes(1));
    for (int chat = 1; chat <= 187; chat++) {
      assertSpan(inChat(calls, "" + chat), 1, Duration.ofSeconds(1));
    }
  }

  @Test
  void waitsNoLongerThanItMust() throws Exception {
    for (int i = 0; i < 300; i++) {
      rig.channel.send(Rig.out("" + (i + 1), "a"), "k" + i);
    }
    List<FaultServer.Call> calls = rig.server.calls("sendMessage");
    assertThat(Duration.ofNanos(calls.getLast().nanos() - calls.getFirst().nanos()))
        .isLessThan(Duration.ofSeconds(10));
  }

  private static List<FaultServer.Call> inChat(List<FaultServer.Call> calls, String chat) {
    return calls.stream().filter(c -> c.body().path("chat_id").asText().equals(chat)).toList();
  }

  /** No more than {@code count} within {@code span}. */
  private static void assertSpan(List<FaultServer.Call> calls, int count, Duration span) {
    for (int i = count; i < calls.size(); i++) {
      assertThat(Duration.ofNanos(calls.get(i).nanos() - calls.get(i - count).nanos()))
          .isGreaterThanOrEqualTo(span);
    }
  }

  @Test
  void messagesOfOneChatKeepTheirOrderAcrossThreads() throws Exception {
    rig.server.fail("sendMessage", FaultServer.flood(2));
    List<Thread> threads = new ArrayList<>();
    AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
    for (int i = 0; i < 20; i++) {
      String text = "m" + i;
      Thread thread =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  rig.channel.send(Rig.out("17", text), text);
                } catch (DeliveryException | InterruptedException e) {
                  failed.set(e);
                }
              });
      threads.add(thread);
      Await.until(
          "queued",
          () ->
              thread.getState() == Thread.State.WAITING
                  || !thread.isAlive()
                  || thread.getState() == Thread.State.TIMED_WAITING);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failed.get()).isNull();
    List<String> order = rig.server.sentTexts();
    assertThat(order.subList(1, order.size()))
        .containsExactlyElementsOf(
            java.util.stream.IntStream.range(0, 20).mapToObj(i -> "m" + i).toList());
  }

  @Test
  void aPressChangesItsMessageOnceAndWhatFollowsIsNew() throws Exception {
    Optional<String> pressed = Optional.of("p33.5");
    rig.channel.send(Rig.out("17", "first", List.of(), true, pressed), "k1");
    rig.channel.send(Rig.out("17", "second", List.of(), true, pressed), "k2");
    rig.channel.send(Rig.out("17", "third", List.of(), false, pressed), "k3");
    JsonNode edit = rig.server.calls("editMessageText").getFirst().body();
    assertThat(edit.path("message_id").asInt()).isEqualTo(33);
    assertThat(edit.path("text").asText()).isEqualTo("first");
    assertThat(rig.server.sentTexts()).containsExactly("second", "third");
  }

  @Test
  void whatCannotBeEditedIsSentAnewAndWhatIsTheSameIsLeft() throws Exception {
    rig.server.fail(
        "editMessageText", FaultServer.error(400, "Bad Request: message can't be edited"));
    rig.channel.send(Rig.out("17", "a", List.of(), true, Optional.of("p33.5")), "k1");
    rig.server.fail(
        "editMessageText", FaultServer.error(400, "Bad Request: message is not modified"));
    rig.channel.send(Rig.out("17", "b", List.of(), true, Optional.of("p34.6")), "k2");
    assertThat(rig.server.sentTexts()).containsExactly("a");
  }

  @Test
  void aChangedQuestionChangesItsAnswer() throws Exception {
    rig.server.deliver(Updates.message(1, 17, "kar"));
    rig.server.deliver(Updates.edited(Updates.message(1, 17, "kar"), 2, "kar kujast"));
    rig.start();
    Await.until("both", () -> rig.inlet.kept().size() == 2);
    InboundMessage edited = rig.inlet.kept().getLast();
    assertThat(edited.content())
        .isEqualTo(new InboundMessage.Edited("kar kujast", "tg:" + Updates.BOT + ":1"));
    rig.channel.send(
        Rig.out("17", "old", List.of(), false, rig.inlet.kept().getFirst().replyTo()), "a1");
    rig.channel.send(Rig.out("17", "new", List.of(), false, edited.replyTo()), "a2");
    rig.channel.send(Rig.out("17", "more", List.of(), false, edited.replyTo()), "a3");
    JsonNode edit = rig.server.calls("editMessageText").getFirst().body();
    assertThat(edit.path("text").asText()).isEqualTo("new");
    assertThat(edit.path("message_id").asInt()).isEqualTo(500);
    assertThat(rig.server.sentTexts()).containsExactly("old", "more");
  }

  @Test
  void groupsSeeWhoIsAnsweredAndTopicsKeepApart() throws Exception {
    rig.channel.send(Rig.out("-100#4", "a", List.of(), false, Optional.of("q77.5")), "k");
    assertThat(sent(0).path("chat_id").asText()).isEqualTo("-100");
    assertThat(sent(0).path("message_thread_id").asInt()).isEqualTo(4);
    assertThat(sent(0).at("/reply_parameters/message_id").asInt()).isEqualTo(77);
    assertThat(sent(0).at("/reply_parameters/allow_sending_without_reply").asBoolean()).isTrue();
  }

  @Test
  void longPayloadsComeBackWhole() throws Exception {
    String payload = "entry:" + "ښ".repeat(60);
    rig.channel.send(
        Rig.out("17", "a", List.of(List.of(new Button("x", payload))), false, Optional.empty()),
        "k");
    String data = sent(0).at("/reply_markup/inline_keyboard/0/0/callback_data").asText();
    assertThat(data.length()).isLessThanOrEqualTo(64);
    rig.server.deliver(Updates.pressed(1, 17, 500, data));
    rig.server.deliver(Updates.pressed(2, 17, 500, "~forged"));
    rig.start();
    Await.until("pressed", () -> rig.inlet.kept().size() == 2);
    assertThat(rig.inlet.kept().getFirst().content()).isEqualTo(new InboundMessage.Choice(payload));
    assertThat(rig.inlet.kept().getLast().content())
        .isEqualTo(new InboundMessage.Choice("~forged"));
  }

  @Test
  void aVoiceIsUploadedOnceAndThenNamed() throws Exception {
    rig.server.result("sendVoice", "{'message_id':7,'voice':{'file_id':'kept-by-telegram'}}");
    OutboundMessage voice =
        new OutboundMessage(
            new ConversationId("telegram", "-100#4"),
            "🔊 کار",
            "🔊 کار",
            List.of(),
            true,
            false,
            Optional.empty(),
            Optional.of("a.ogg"));
    rig.channel.send(voice, "k1");
    rig.server.fail("sendVoice", FaultServer.flood(7));
    rig.channel.send(voice, "k2");
    rig.server.fail("sendVoice", FaultServer.error(400, "Bad Request: wrong file identifier"));
    rig.channel.send(voice, "k3");
    List<String> forms =
        rig.server.calls("sendVoice").stream().map(c -> c.body().path("form").asText()).toList();
    assertThat(forms).hasSize(5);
    assertThat(forms.get(0)).contains("filename=", "OggS", "message_thread_id", "🔊 کار");
    assertThat(forms.get(2)).contains("kept-by-telegram").doesNotContain("filename=");
    assertThat(forms.get(4)).contains("filename=");
    assertThat(rig.server.sentTexts()).isEmpty();
  }

  @Test
  void showsThatItIsTyping() throws Exception {
    rig.channel.typing(new ConversationId("telegram", "-100#4"));
    Await.until("typing", () -> !rig.server.calls("sendChatAction").isEmpty());
    JsonNode action = rig.server.calls("sendChatAction").getFirst().body();
    assertThat(action.path("action").asText()).isEqualTo("typing");
    assertThat(action.path("message_thread_id").asInt()).isEqualTo(4);
  }

  @Test
  void closingEndsWhatWaits() throws Exception {
    rig.close();
    assertThatThrownBy(() -> rig.channel.send(Rig.out("17", "a"), "k"))
        .isInstanceOf(InterruptedException.class);
  }
}
