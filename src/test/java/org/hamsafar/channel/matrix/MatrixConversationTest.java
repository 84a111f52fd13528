package org.hamsafar.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.hamsafar.app.LocalTalk;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All golden conversations through Synapse, with people who use another client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class MatrixConversationTest {
  private static final Path FOLDER = Path.of("src/test/resources/conversations");

  private final List<AutoCloseable> open = new ArrayList<>();
  private Optional<Stage> stage = Optional.empty();

  /** Everybody and everything. */
  private record Stage(Core core, Synapse synapse, People people, String bot, String peer) {}

  @BeforeAll
  void open(@TempDir Path data) throws Exception {
    Synapse synapse = keep(Synapse.start(java.util.Map.of()));
    Core core = keep(RealKnowledge.open());
    String bot = Bot.login(synapse, "hamsafar", data);
    keep(new Bot(core, data, Bot.settings()));
    People people = keep(new People());
    people.register("gulalai", synapse);
    String peer = people.register("zmarai", synapse).path("user").asText();
    stage = Optional.of(new Stage(core, synapse, people, bot, peer));
  }

  private <T extends AutoCloseable> T keep(T thing) {
    open.add(thing);
    return thing;
  }

  @AfterAll
  void close() throws Exception {
    for (AutoCloseable thing : open.reversed()) {
      thing.close();
    }
  }

  @Test
  void inAPlainRoom() throws Exception {
    converse(false, false);
  }

  @Test
  void inAnEncryptedRoom() throws Exception {
    converse(true, false);
  }

  @Test
  void inAnEncryptedDirectChat() throws Exception {
    converse(true, true);
  }

  private void converse(boolean encrypted, boolean direct) throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        converse(Files.readString(file), encrypted, direct);
      }
    }
  }

  private void converse(String transcript, boolean encrypted, boolean direct) throws Exception {
    Stage on = stage.orElseThrow();
    String room =
        direct
            ? on.people().room("gulalai", encrypted, true, on.bot())
            : on.people().room("gulalai", encrypted, false, on.bot(), on.peer());
    on.people().waitForMember("gulalai", room, on.bot());
    LocalTalk talk = new LocalTalk(on.core(), Abilities.PLAIN);
    int greeting = direct ? talk.answer(message("/start", direct)).size() : 0;
    int seen = notices(room, greeting, "greeting").size();
    Optional<JsonNode> menu = Optional.empty();
    for (String line : said(transcript)) {
      List<String> expected =
          talk.answer(message(line, direct)).stream().map(OutboundMessage::plain).toList();
      say(room, line, direct, menu);
      List<JsonNode> notices =
          notices(room, seen + expected.size(), "to '%s' of %s".formatted(line, transcript));
      List<JsonNode> replies = notices.subList(seen, notices.size());
      assertThat(replies.stream().map(MatrixConversationTest::body))
          .containsExactlyElementsOf(expected);
      replies.forEach(r -> check(r, encrypted, direct));
      seen = notices.size();
      menu =
          replies.reversed().stream().filter(r -> r.at("/content").has(Notice.CHOICES)).findFirst();
    }
  }

  private List<JsonNode> notices(String room, int count, String what) throws InterruptedException {
    Stage on = stage.orElseThrow();
    return Await.value(
        count + " replies " + what,
        () ->
            Optional.of(on.people().notices("gulalai", room, on.bot()))
                .filter(n -> n.size() >= count));
  }

  /** A number is pressed as a reaction if the last menu has it, anything else is written. */
  private void say(String room, String line, boolean direct, Optional<JsonNode> menu) {
    Stage on = stage.orElseThrow();
    boolean number = line.length() < 3 && line.chars().allMatch(Character::isDigit);
    int choices = menu.map(m -> m.path("content").path(Notice.CHOICES).size()).orElse(0);
    if (number && Integer.parseInt(line) <= choices) {
      String emoji = Keycaps.of(Integer.parseInt(line));
      on.people().react("gulalai", room, menu.orElseThrow().path("id").asText(), emoji);
    } else if (direct) {
      on.people().say("gulalai", room, line);
    } else {
      on.people().send("gulalai", room, People.mentioning(line, on.bot()));
    }
  }

  private static void check(JsonNode reply, boolean encrypted, boolean direct) {
    assertThat(reply.path("wire").asText())
        .isEqualTo(encrypted ? "m.room.encrypted" : "m.room.message");
    assertThat(reply.at("/content/msgtype").asText()).isEqualTo("m.notice");
    assertThat(reply.at("/content/format").asText()).isEqualTo("org.matrix.custom.html");
    assertThat(reply.at("/content/m.mentions").has("user_ids")).isEqualTo(!direct);
  }

  private static String body(JsonNode reply) {
    return reply.at("/content/body").asText().replaceAll("[\u2068\u2069]", "");
  }

  private static List<String> said(String transcript) {
    return transcript.lines().filter(l -> l.startsWith("> ")).map(l -> l.substring(2)).toList();
  }

  private static InboundMessage message(String text, boolean direct) {
    return new InboundMessage(
        "k",
        new ConversationId("test", "1"),
        new InboundMessage.Text(text),
        Optional.empty(),
        direct ? InboundMessage.Setting.PRIVATE : InboundMessage.Setting.GROUP,
        Optional.empty(),
        RealKnowledge.CLOCK.instant());
  }

  @Test
  void theDeviceIsSignedByItsAccount() throws IOException {
    Stage on = stage.orElseThrow();
    JsonNode devices =
        on.people().act("gulalai", "trust", Homeserver.object().put("user", on.bot()));
    assertThat(devices).hasSize(1);
    assertThat(devices.get(0).path("signedByOwner").asBoolean()).isTrue();
  }
}
