package org.hamsafar.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamsafar.channel.matrix.Homeserver.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.SideBySide;
import org.hamsafar.app.Core;
import org.hamsafar.app.Settings;
import org.hamsafar.knowledge.SampleKnowledge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What rooms do to a bot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class MatrixRoomsTest {
  private static final String QUESTION = "where is work";
  private static final int GREETING = 2;
  private static final int INVITATIONS = Integer.getInteger("matrix.invitations", 40);
  private static final int BACKLOG = Integer.getInteger("matrix.backlog", 200);

  private final Opened opened = new Opened();
  private Optional<Stage> stage = Optional.empty();

  /** Everybody and everything. */
  private record Stage(Synapse synapse, Person gul, Person zmarai, String bot, String token) {}

  @BeforeAll
  void open(@TempDir Path data) throws Exception {
    Synapse synapse = opened.keep(Synapse.start(Map.of()));
    new SampleKnowledge(data).withRealMessages();
    Core core =
        opened.keep(
            Core.open(
                new Settings(
                    data.resolve("knowledge"), data.resolve("seeds"), data, Clock.systemUTC()),
                false));
    String bot = Bot.login(synapse, "hamsafar", data);
    opened.keep(new Bot(core, data, Bot.settings()));
    stage =
        Optional.of(
            new Stage(
                synapse,
                opened.keep(new Person(synapse, "gul")),
                opened.keep(new Person(synapse, "zmarai")),
                bot,
                MatrixAccount.read(data.resolve("matrix")).accessToken()));
  }

  @AfterAll
  void close() throws Exception {
    opened.close();
  }

  private Stage on() {
    return stage.orElseThrow();
  }

  /** A chat of two in which the bot has greeted. */
  private String chat(Person person) throws Exception {
    String room = person.room(true, on().bot());
    person.waitForNotices(room, on().bot(), GREETING);
    return room;
  }

  /** A room of three. */
  private String room() throws Exception {
    String room = on().gul().room(false, on().bot(), on().zmarai().user);
    on().zmarai().act(room, "join", object());
    on().gul().waitForMember(room, on().bot());
    return room;
  }

  private ObjectNode mention(String text) {
    return People.mentioning(text, on().bot());
  }

  @SideBySide
  void answersInARoomOnlyWhoSpeaksToIt() throws Exception {
    String room = room();
    Person gul = on().gul();
    gul.say(room, "hello everybody");
    gul.send(room, "m.room.message", mention(QUESTION).put("msgtype", "m.notice"));
    String mentioned = gul.send(room, "m.room.message", mention(QUESTION));
    JsonNode first = gul.waitForNotices(room, on().bot(), 1).getFirst();
    assertThat(first.at("/content/m.relates_to/m.in_reply_to/event_id").asText())
        .isEqualTo(mentioned);
    assertThat(first.at("/content/m.mentions/user_ids/0").asText()).isEqualTo(gul.user);
    gul.say(room, "!hamsafar " + QUESTION);
    gul.waitForNotices(room, on().bot(), 2);
    ObjectNode reply = People.text(QUESTION);
    reply
        .putObject("m.relates_to")
        .putObject("m.in_reply_to")
        .put("event_id", first.path("event_id").asText());
    gul.send(room, "m.room.message", reply);
    assertThat(gul.waitForNotices(room, on().bot(), 3)).hasSize(3);
  }

  @SideBySide
  void answersInTheThread() throws Exception {
    String room = room();
    String root = on().gul().say(room, "a thread");
    ObjectNode content = mention(QUESTION);
    content.putObject("m.relates_to").put("rel_type", "m.thread").put("event_id", root);
    on().gul().send(room, "m.room.message", content);
    JsonNode answer = on().gul().waitForNotices(room, on().bot(), 1).getFirst();
    assertThat(answer.at("/content/m.relates_to/rel_type").asText()).isEqualTo("m.thread");
    assertThat(answer.at("/content/m.relates_to/event_id").asText()).isEqualTo(root);
  }

  @SideBySide
  void anEditedQuestionEditsItsAnswerAndARedactedOneTakesItAlong() throws Exception {
    Person gul = on().gul();
    String room = chat(gul);
    String question = gul.say(room, QUESTION);
    JsonNode answer = gul.waitForNotices(room, on().bot(), GREETING + 1).getLast();
    ObjectNode edit = People.text("* /about");
    edit.set("m.new_content", People.text("/about"));
    edit.putObject("m.relates_to").put("rel_type", "m.replace").put("event_id", question);
    gul.send(room, "m.room.message", edit);
    JsonNode changed = gul.waitForNotices(room, on().bot(), GREETING + 2).getLast();
    assertThat(changed.at("/content/m.relates_to/rel_type").asText()).isEqualTo("m.replace");
    assertThat(changed.at("/content/m.relates_to/event_id")).isEqualTo(answer.path("event_id"));
    gul.redact(room, question);
    Await.until(
        "answer redacted",
        () ->
            gul.notices(room, on().bot()).stream()
                .noneMatch(n -> n.path("event_id").equals(answer.path("event_id"))));
  }

  @SideBySide
  void leavesAnEmptyRoom() throws Exception {
    String room = chat(on().gul());
    try (Homeserver server = new Homeserver(on().synapse().url(), on().token())) {
      assertThat(joined(server)).contains(room);
      on().gul().act(room, "leave", object());
      Await.until("left", () -> !joined(server).contains(room));
    }
  }

  private static List<String> joined(Homeserver server) {
    try {
      List<String> rooms = new ArrayList<>();
      server.get("joined_rooms").path("joined_rooms").forEach(r -> rooms.add(r.asText()));
      return rooms;
    } catch (MatrixException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  @SideBySide
  void comesBackWhenInvitedAgain() throws Exception {
    Person gul = on().gul();
    String room = room();
    gul.act(room, "kick", object().put("user_id", on().bot()));
    Await.until("gone", () -> isGone(room));
    gul.act(room, "invite", object().put("user_id", on().bot()));
    gul.waitForMember(room, on().bot());
    gul.send(room, "m.room.message", mention(QUESTION));
    assertThat(gul.waitForNotices(room, on().bot(), 1)).hasSize(1);
  }

  private boolean isGone(String room) {
    try {
      return !on().gul().isMember(room, on().bot());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @SideBySide
  void followsAnUpgradedRoom() throws Exception {
    Person gul = on().gul();
    String room = room();
    gul.act(room, "upgrade", object().put("new_version", "10"));
    String next =
        Await.value(
            "tombstone",
            () ->
                gul.from(room, gul.user).stream()
                    .filter(e -> e.path("type").asText().equals("m.room.tombstone"))
                    .map(e -> e.at("/content/replacement_room").asText())
                    .findFirst());
    gul.act(next, "invite", object().put("user_id", on().bot()));
    gul.act(next, "invite", object().put("user_id", on().zmarai().user));
    gul.waitForMember(next, on().bot());
    gul.send(next, "m.room.message", mention(QUESTION));
    assertThat(gul.waitForNotices(next, on().bot(), 1)).hasSize(1);
    Await.until("left the old one", () -> isGone(room));
  }

  @SideBySide
  void twoBotsDoNotTalkForEver() throws Exception {
    String room = room();
    Person other = on().zmarai();
    int said = 0;
    for (int i = 0; i < 20; i++) {
      other.send(room, "m.room.message", mention(QUESTION));
      said = other.waitForNotices(room, on().bot(), said + 1).size();
    }
    // From now on the other is not answered, but somebody else is.
    other.send(room, "m.room.message", mention(QUESTION));
    on().gul().send(room, "m.room.message", mention(QUESTION));
    List<JsonNode> all = on().gul().waitForNotices(room, on().bot(), said + 1);
    assertThat(all).hasSize(said + 1);
    assertThat(all.getLast().at("/content/m.mentions/user_ids/0").asText())
        .isEqualTo(on().gul().user);
  }

  @SideBySide
  void doesNotAnswerWhatWasSaidBeforeItCame() throws Exception {
    Person gul = on().gul();
    String room = gul.room(false, on().zmarai().user);
    on().zmarai().act(room, "join", object());
    for (int i = 0; i < BACKLOG; i++) {
      gul.send(room, "m.room.message", mention("where is work " + i));
    }
    gul.act(room, "invite", object().put("user_id", on().bot()));
    gul.waitForMember(room, on().bot());
    String asked = gul.send(room, "m.room.message", mention(QUESTION));
    List<JsonNode> answers = gul.waitForNotices(room, on().bot(), 1);
    assertThat(answers).hasSize(1);
    assertThat(answers.getFirst().at("/content/" + Notice.ANSWERS).asText()).isEqualTo(asked);
  }

  @SideBySide
  void answersWhatWasSaidInADirectChatBeforeItCouldCome() throws Exception {
    Person gul = on().gul();
    String room = gul.room(true, on().bot());
    String asked = gul.say(room, QUESTION);
    JsonNode answer = gul.waitForNotices(room, on().bot(), 1).getFirst();
    assertThat(answer.at("/content/" + Notice.ANSWERS).asText()).isEqualTo(asked);
  }

  @SideBySide
  void aFloodOfInvitationsKeepsNobodyOut() throws Exception {
    try (Person flood = new Person(on().synapse(), "flood")) {
      for (int i = 0; i < INVITATIONS; i++) {
        flood.room(false, on().bot());
      }
      String room = on().zmarai().room(true, on().bot());
      assertThat(on().zmarai().waitForNotices(room, on().bot(), GREETING)).hasSize(GREETING);
    }
  }

  @SideBySide
  void neverWritesPlainTextIntoARoomThatHasTurnedEncrypted() throws Exception {
    Person gul = on().gul();
    String room = chat(gul);
    gul.state(room, "m.room.encryption", "", object().put("algorithm", "m.megolm.v1.aes-sha2"));
    gul.say(room, QUESTION);
    Await.until(
        "encrypted answer",
        () ->
            gul.from(room, on().bot()).stream()
                .anyMatch(e -> e.path("type").asText().equals("m.room.encrypted")));
    assertThat(gul.notices(room, on().bot())).hasSize(GREETING);
  }

  @SideBySide
  void whatCannotBeDecryptedHoldsUpNobodyAndIsToldOnce() throws Exception {
    Person gul = on().gul();
    String room = chat(gul);
    gul.state(room, "m.room.encryption", "", object().put("algorithm", "m.megolm.v1.aes-sha2"));
    int before = encrypted(gul, room);
    for (int i = 0; i < 3; i++) {
      gul.send(
          room,
          "m.room.encrypted",
          object()
              .put("algorithm", "m.megolm.v1.aes-sha2")
              .put("ciphertext", "AwgAEnACgAkLmt6qF84IK++J7UDH2Za1YVchHyprqTqsg")
              .put("device_id", "GONE")
              .put("sender_key", "3LsN8a5WLd4ZG2fzYQQwg5FTgfmhDYHkmWmbC5sTDhA")
              .put("session_id", "no session of that name"));
    }
    String other = chat(on().zmarai());
    on().zmarai().say(other, QUESTION);
    assertThat(on().zmarai().waitForNotices(other, on().bot(), GREETING + 1)).hasSize(GREETING + 1);
    Await.until("told", () -> encrypted(gul, room) > before);
    assertThat(encrypted(gul, room)).isEqualTo(before + 1);
  }

  private int encrypted(Person person, String room) {
    return (int)
        person.from(room, on().bot()).stream()
            .filter(e -> e.path("type").asText().equals("m.room.encrypted"))
            .count();
  }
}
