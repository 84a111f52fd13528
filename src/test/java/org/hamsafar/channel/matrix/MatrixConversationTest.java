package org.hamsafar.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamsafar.RealKnowledge;
import org.hamsafar.SideBySide;
import org.hamsafar.app.Core;
import org.hamsafar.app.LocalTalk;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.conversation.Situation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All golden conversations through Synapse, with people who use another client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class MatrixConversationTest {
  private static final Path FOLDER = Path.of("src/test/resources/conversations");

  private static final int AT_ONCE = 4;

  private final Opened opened = new Opened();
  private Optional<Stage> stage = Optional.empty();

  /** Everybody and everything. */
  private record Stage(
      Core core, Synapse synapse, People people, Bot running, String bot, String peer) {}

  @BeforeAll
  void open(@TempDir Path data) throws Exception {
    Synapse synapse = opened.keep(Synapse.start(java.util.Map.of()));
    Core core = opened.keep(RealKnowledge.open());
    String bot = Bot.login(synapse, "hamsafar", data);
    Bot running = opened.keep(new Bot(core, data, Bot.settings()));
    People people = opened.keep(new People());
    people.register("gulalai", synapse);
    String peer = opened.keep(new Person(synapse, "zmarai")).user;
    stage = Optional.of(new Stage(core, synapse, people, running, bot, peer));
  }

  @AfterAll
  void close() throws Exception {
    opened.close();
  }

  @SideBySide
  void inAPlainRoom() throws Exception {
    converse(false, false);
  }

  @SideBySide
  void inAnEncryptedRoom() throws Exception {
    converse(true, false);
  }

  @SideBySide
  void inAnEncryptedDirectChat() throws Exception {
    converse(true, true);
  }

  /** Several at once, each in a room of its own: two processors would wait for each other. */
  private void converse(boolean encrypted, boolean direct) throws Exception {
    try (Stream<Path> files = Files.list(FOLDER);
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<String>> talks = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String transcript = Files.readString(file);
        talks.add(pool.submit(() -> converse(transcript, encrypted, direct)));
      }
      for (Future<String> talk : talks) {
        assertThat(talk.get()).startsWith("!");
      }
    }
  }

  /** Returns the room. */
  private String converse(String transcript, boolean encrypted, boolean direct) throws Exception {
    Stage on = stage.orElseThrow();
    String room =
        direct
            ? on.people().room("gulalai", encrypted, true, on.bot())
            : on.people().room("gulalai", encrypted, false, on.bot(), on.peer());
    on.people().waitForMember("gulalai", room, on.bot());
    LocalTalk talk = new LocalTalk(on.core(), Abilities.PLAIN, situation());
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
    return room;
  }

  private List<JsonNode> notices(String room, int count, String what) throws InterruptedException {
    Stage on = stage.orElseThrow();
    return on.people().waitForNotices("gulalai", room, on.bot(), count, count + " replies " + what);
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

  private Situation situation() {
    String link = "https://matrix.to/#/" + stage.orElseThrow().bot();
    return new Situation(false, _ -> Optional.of(link), () -> true);
  }

  /** An event may have 65,536 bytes; encryption makes them a third more. */
  @SideBySide
  void longTextsArriveWhole() throws Exception {
    Stage on = stage.orElseThrow();
    String room = on.people().room("gulalai", true, true, on.bot());
    int before = notices(room, 2, "greeting").size();
    String dari = "همسفر راه را نشان می‌دهد. ".repeat(2_000);
    String hostile = "\"<&>\n\"".repeat(8_000);
    String text = dari.strip() + "\n\n" + hostile.strip();
    on.running()
        .channel
        .send(
            new OutboundMessage(
                new ConversationId("matrix", room),
                text,
                Part.of(text).html(),
                List.of(),
                true,
                false,
                Optional.empty()),
            "long");
    String whole = bare(text);
    List<JsonNode> parts =
        on.people()
            .await(
                "the whole text",
                () ->
                    Optional.of(on.people().notices("gulalai", room, on.bot()))
                        .map(n -> n.subList(before, n.size()))
                        .filter(n -> bare(joined(n)).length() >= whole.length()));
    assertThat(bare(joined(parts))).isEqualTo(whole);
    assertThat(parts).hasSizeGreaterThan(3);
    assertThat(parts).allMatch(p -> p.path("wire").asText().equals("m.room.encrypted"));
  }

  private static String joined(List<JsonNode> parts) {
    return parts.stream().map(p -> p.at("/content/body").asText()).collect(Collectors.joining(" "));
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
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

  @SideBySide
  void theDeviceIsSignedByItsAccount() throws InterruptedException {
    Stage on = stage.orElseThrow();
    String room = on.people().room("gulalai", true, true, on.bot());
    notices(room, 1, "greeting");
    JsonNode devices =
        on.people().act("gulalai", "trust", Homeserver.object().put("user", on.bot()));
    assertThat(devices).hasSize(1);
    assertThat(devices.get(0).path("signedByOwner").asBoolean()).isTrue();
  }
}
