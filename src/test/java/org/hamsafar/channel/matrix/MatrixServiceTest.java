package org.hamsafar.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamsafar.channel.matrix.Homeserver.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hamsafar.SideBySide;
import org.hamsafar.app.Core;
import org.hamsafar.app.Settings;
import org.hamsafar.knowledge.SampleKnowledge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The account, its device and the homeserver's moods. */
@Timeout(180)
class MatrixServiceTest {
  private static final String QUESTION = "where is work";
  private static final int GAP = 600;

  @TempDir private Path data = Path.of("");
  private final List<AutoCloseable> open = new ArrayList<>();

  private Synapse synapse(Map<String, String> environment) throws Exception {
    return keep(Synapse.start(environment));
  }

  private <T extends AutoCloseable> T keep(T thing) {
    open.add(thing);
    return thing;
  }

  @BeforeEach
  void knowledge() throws IOException {
    new SampleKnowledge(data).withRealMessages();
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable thing : open.reversed()) {
      thing.close();
    }
  }

  private Core core() {
    return keep(
        Core.open(
            new Settings(data.resolve("knowledge"), data.resolve("seeds"), data, Clock.systemUTC()),
            false));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void openAgain(Path folder) throws Exception {
    MatrixChannel.open(
            MatrixAccount.read(folder),
            Bot.settings(),
            Bot.TEXTS,
            new MatrixChannel.Clocks(Clock.systemUTC(), System::nanoTime))
        .close();
  }

  @SideBySide
  void aSecondProcessRefusesAndFilesThatOthersCanReadToo() throws Exception {
    Synapse synapse = synapse(Map.of());
    Core core = core();
    Bot.login(synapse, "hamsafar", data);
    Path folder = data.resolve("matrix");
    Bot bot = new Bot(core, data, Bot.settings());
    try {
      assertThatThrownBy(() -> openAgain(folder))
          .isInstanceOf(MatrixAccount.Unusable.class)
          .hasMessageContaining("Another process");
      Path copied = data.resolve("copied");
      copy(folder, copied);
      assertThatThrownBy(() -> openAgain(copied))
          .isInstanceOf(MatrixAccount.Unusable.class)
          .hasMessageContaining("Another process");
    } finally {
      bot.close();
    }
    MatrixAdmin admin = new MatrixAdmin(folder, Clock.systemUTC());
    assertThat(admin.check()).isEmpty();
    Files.setPosixFilePermissions(
        folder.resolve("recovery.key"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> openAgain(folder))
        .isInstanceOf(MatrixAccount.Unusable.class)
        .hasMessageContaining("chmod");
    Files.setPosixFilePermissions(
        folder.resolve("recovery.key"), PosixFilePermissions.fromString("rw-------"));
    String before = MatrixAccount.read(folder).recoveryKey().orElseThrow();
    admin.rotateIdentity(Synapse.PASSWORD);
    assertThat(MatrixAccount.read(folder).recoveryKey().orElseThrow()).isNotEqualTo(before);
    assertThat(admin.check()).isEmpty();
    // The log line that tells of a device that was ended tells to do this.
    try (Homeserver server =
        new Homeserver(synapse.url(), MatrixAccount.read(folder).accessToken())) {
      server.post("logout", object());
    }
    assertThat(admin.check()).singleElement().asString().contains("logout --erase");
    assertThat(admin.logoutAndErase()).isTrue();
    assertThat(folder).doesNotExist();
  }

  @SideBySide
  void anOutageARejectedTokenAndTheEndOfTheDevice() throws Exception {
    Synapse synapse = synapse(Map.of("DATABASE", "file"));
    Core core = core();
    String bot = Bot.login(synapse, "hamsafar", data);
    Bot running = new Bot(core, data, Bot.settings());
    Person gul = keep(new Person(synapse, "gul"));
    String room = gul.room(true, bot);
    try {
      gul.waitForNotices(room, bot, 2);
      assertThat(running.channel.isReady()).isTrue();
      synapse.kill();
      assertThat(new CountDownLatch(1).await(15, TimeUnit.SECONDS)).isFalse();
      synapse.up();
      int greeted = gul.notices(room, bot).size();
      String asked = gul.say(room, QUESTION);
      List<JsonNode> all = gul.waitForNotices(room, bot, greeted + 1);
      assertThat(all).hasSize(greeted + 1);
      assertThat(all.getLast().at("/content/" + Notice.ANSWERS).asText()).isEqualTo(asked);
    } finally {
      running.close();
    }
    gul.say(room, QUESTION);
    execute("update account set sync_batch_token = 'no token'");
    int before = gul.notices(room, bot).size();
    try (Bot again = new Bot(core, data, Bot.settings())) {
      Await.until("ready", again.channel::isReady);
      String asked = gul.say(room, QUESTION);
      List<JsonNode> all = gul.waitForNotices(room, bot, before + 1);
      assertThat(all).hasSize(before + 1);
      assertThat(all.getLast().at("/content/" + Notice.ANSWERS).asText()).isEqualTo(asked);
      MatrixAccount account = MatrixAccount.read(data.resolve("matrix"));
      try (Homeserver server = new Homeserver(synapse.url(), account.accessToken())) {
        server.post("logout", object());
      }
      Await.until("stopped", () -> !again.channel.isReady());
    }
  }

  @SideBySide
  void limitsOfTheHomeserverAreObeyed() throws Exception {
    Synapse synapse = synapse(Map.of("RC_MESSAGE", "{per_second: 2, burst_count: 4}"));
    Core core = core();
    String bot = Bot.login(synapse, "hamsafar", data);
    keep(new Bot(core, data, Bot.settings()));
    List<Person> people = new ArrayList<>();
    List<String> rooms = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      people.add(keep(new Person(synapse, "person" + i)));
      rooms.add(people.get(i).room(true, bot));
      people.get(i).say(rooms.get(i), QUESTION);
      people.get(i).say(rooms.get(i), QUESTION);
    }
    for (int i = 0; i < 4; i++) {
      assertThat(people.get(i).waitForNotices(rooms.get(i), bot, 2)).hasSize(2);
    }
  }

  @SideBySide
  void whatWasSaidInALongGapIsAnsweredOnce() throws Exception {
    Synapse synapse = synapse(Map.of());
    Core core = core();
    String bot = Bot.login(synapse, "hamsafar", data);
    Person gul = keep(new Person(synapse, "gul"));
    Person zmarai = keep(new Person(synapse, "zmarai"));
    String room = gul.room(false, bot, zmarai.user);
    try (Bot _ = new Bot(core, data, Bot.settings())) {
      gul.waitForMember(room, bot);
      gul.send(room, "m.room.message", People.mentioning(QUESTION, bot));
      gul.waitForNotices(room, bot, 1);
    }
    String first = gul.send(room, "m.room.message", People.mentioning(QUESTION, bot));
    for (int i = 0; i < GAP; i++) {
      gul.say(room, "hello everybody");
    }
    String last = gul.send(room, "m.room.message", People.mentioning(QUESTION, bot));
    try (Bot _ = new Bot(core, data, Bot.settings())) {
      gul.waitForNotices(room, bot, 2);
      String after = gul.send(room, "m.room.message", People.mentioning(QUESTION, bot));
      // Of the gap's two answers and this one, none is missing and none is there twice.
      assertThat(gul.waitForNotices(room, bot, 3).stream().map(MatrixServiceTest::answered))
          .containsExactly(first, last, after);
    }
  }

  private static String answered(JsonNode notice) {
    return notice.at("/content/" + Notice.ANSWERS).asText();
  }

  /** A message from a device can be decrypted once: its room key must be kept with that fact. */
  @SideBySide
  void aRoomKeyThatCouldNotBeKeptIsReadAgain() throws Exception {
    Synapse synapse = synapse(Map.of());
    Core core = core();
    String bot = Bot.login(synapse, "hamsafar", data);
    Bot running = keep(new Bot(core, data, Bot.settings()));
    People people = keep(new People());
    people.register("gulalai", synapse);
    String room = people.room("gulalai", true, true, bot);
    notice(people, "gulalai", room, bot, Optional.empty());
    execute(
        "create trigger full_disk before insert on inbound_megolm_session"
            + " begin select raise(abort, 'full'); end");
    people.act("gulalai", "rotate", object().put("room", room));
    String asked = people.say("gulalai", room, QUESTION);
    Await.until("the sync fails", () -> !running.channel.isReady());
    execute("drop trigger full_disk");
    assertThat(notice(people, "gulalai", room, bot, Optional.of(asked)).path("failed").asBoolean())
        .isFalse();
  }

  private void execute(String sql) throws SQLException {
    try (var db =
            DriverManager.getConnection(
                "jdbc:sqlite:" + data.resolve("matrix/crypto.db") + "?busy_timeout=10000");
        var statement = db.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @SideBySide
  void newDevicesAndNewKeysAreFollowed() throws Exception {
    Synapse synapse = synapse(Map.of());
    Core core = core();
    String bot = Bot.login(synapse, "hamsafar", data);
    keep(new Bot(core, data, Bot.settings()));
    People people = keep(new People());
    people.register("gulalai", synapse);
    String room = people.room("gulalai", true, true, bot);
    JsonNode greeting = notice(people, "gulalai", room, bot, Optional.empty());
    people.open("phone", "gulalai", synapse, false);
    String fromPhone = people.say("phone", room, QUESTION);
    JsonNode answer = notice(people, "phone", room, bot, Optional.of(fromPhone));
    assertThat(notice(people, "gulalai", room, bot, Optional.of(fromPhone)).path("failed"))
        .isEqualTo(answer.path("failed"));
    people.act("gulalai", "rotate", object().put("room", room));
    String withNewKey = people.say("gulalai", room, QUESTION);
    notice(people, "gulalai", room, bot, Optional.of(withNewKey));
    // Our own key changes as often as the room asks for.
    var how = object().put("room", room).put("type", "m.room.encryption");
    how.putObject("content")
        .put("algorithm", "m.megolm.v1.aes-sha2")
        .put("rotation_period_msgs", 1);
    people.act("gulalai", "state", how);
    String first = people.say("gulalai", room, QUESTION);
    JsonNode one = notice(people, "gulalai", room, bot, Optional.of(first));
    String second = people.say("gulalai", room, QUESTION);
    JsonNode two = notice(people, "phone", room, bot, Optional.of(second));
    assertThat(two.path("session")).isNotEqualTo(one.path("session"));
    assertThat(greeting.path("wire").asText()).isEqualTo("m.room.encrypted");
  }

  private static JsonNode notice(
      People people, String who, String room, String bot, Optional<String> question)
      throws InterruptedException {
    return people.waitFor(
        who,
        "an answer",
        e ->
            e.path("room").asText().equals(room)
                && e.path("sender").asText().equals(bot)
                && e.at("/content/msgtype").asText().equals("m.notice")
                && question
                    .map(q -> e.at("/content/" + Notice.ANSWERS).asText().equals(q))
                    .orElse(true));
  }
}
