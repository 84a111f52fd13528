package org.hamsafar.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamsafar.app.Core;
import org.hamsafar.app.Settings;
import org.hamsafar.knowledge.SampleKnowledge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Communities: what comes to a room unasked, who decides that, and the volunteers' room. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class MatrixGroupsTest {
  private static final String QUESTION = "where is work";
  private static final String ADVICE = "Ask for it in writing.";
  private static final int GREETING = 2;

  private final Opened opened = new Opened();
  private final MovedClock clock = new MovedClock();
  private Optional<Stage> stage = Optional.empty();

  /**
   * Everybody and everything.
   *
   * @param volunteers their room
   */
  private record Stage(
      Synapse synapse,
      Core core,
      Bot running,
      String bot,
      Person gul,
      Person zmarai,
      Person helper,
      String volunteers) {}

  @BeforeAll
  void open(@TempDir Path data) throws Exception {
    Synapse synapse = opened.keep(Synapse.start(java.util.Map.of()));
    SampleKnowledge knowledge = new SampleKnowledge(data).withRealMessages();
    // What is due for a check is no tip.
    String entry = "guidance/de/work/job/entry.yaml";
    knowledge.write(
        entry,
        Files.readString(knowledge.root().resolve(entry))
            .replaceAll("review-by: .*", "review-by: " + LocalDate.now(clock).plusMonths(3)));
    Core core =
        opened.keep(
            Core.open(
                new Settings(data.resolve("knowledge"), data.resolve("seeds"), data, clock), true));
    String bot = Bot.login(synapse, "hamsafar", data);
    Person gul = opened.keep(new Person(synapse, "gul"));
    Person zmarai = opened.keep(new Person(synapse, "zmarai"));
    Person helper = opened.keep(new Person(synapse, "helper"));
    String volunteers = helper.room(false, bot, zmarai.user);
    Bot running =
        opened.keep(
            new Bot(core, data, Bot.settings().withVolunteers(Optional.of(volunteers)), clock));
    helper.waitForMember(volunteers, bot);
    stage = Optional.of(new Stage(synapse, core, running, bot, gul, zmarai, helper, volunteers));
  }

  @AfterAll
  void close() throws Exception {
    opened.close();
  }

  private Stage on() {
    return stage.orElseThrow();
  }

  /** A room of three in Germany, which Gul looks after. */
  private String room() throws Exception {
    String room = on().gul().room(false, on().bot(), on().zmarai().user);
    on().zmarai().act(room, "join", Homeserver.object());
    on().gul().waitForMember(room, on().bot());
    assertThat(ask(on().gul(), room, "Germany")).contains("Germany");
    return room;
  }

  /** Asks the bot and returns its answer. */
  private String ask(Person person, String room, String text) throws Exception {
    int before = person.notices(room, on().bot()).size();
    person.send(room, "m.room.message", People.mentioning(text, on().bot()));
    return body(person.waitForNotices(room, on().bot(), before + 1).getLast());
  }

  private String press(Person person, String room, JsonNode menu, String payload) throws Exception {
    int before = person.notices(room, on().bot()).size();
    person.press(room, menu, payload);
    return body(person.waitForNotices(room, on().bot(), before + 1).getLast());
  }

  private static String body(JsonNode notice) {
    return notice.at("/content/body").asText();
  }

  private JsonNode last(Person person, String room) {
    return person.notices(room, on().bot()).getLast();
  }

  @Test
  void tipsAndRemindersComeOnlyWhereAModeratorTurnedThemOn() throws Exception {
    String room = room();
    String other = room();
    assertThat(ask(on().zmarai(), room, "!tip")).contains("Tip of the day", "https://example.org");
    JsonNode tip = last(on().gul(), room);
    assertThat(press(on().zmarai(), room, tip, "tip:on")).contains("Only those who look after");
    assertThat(ask(on().zmarai(), room, "!tip")).contains("Send me a tip");
    assertThat(ask(on().zmarai(), room, "1")).contains("Only those who look after");
    assertThat(press(on().gul(), room, tip, "tip:on")).contains("once a day");
    assertThat(ask(on().zmarai(), room, "!plan")).contains("Remind me");
    JsonNode plan = last(on().gul(), room);
    assertThat(press(on().zmarai(), room, plan, "nudge:on")).contains("Only those");
    assertThat(press(on().gul(), room, plan, "nudge:on")).contains("once a week");

    assertThat(unasked(room)).isEmpty();
    clock.toNoonAfter(1);
    assertThat(unasked(room)).singleElement().asString().contains("Tip of the day", "/tip");
    assertThat(unasked(room)).isEmpty();
    clock.toNoonAfter(8);
    assertThat(unasked(room))
        .hasSize(2)
        .anyMatch(t -> t.contains("Your next step"))
        .anyMatch(t -> t.contains("Tip of the day"));
    assertThat(unasked(other)).isEmpty();

    assertThat(ask(on().gul(), room, "!tip")).contains("No more tips");
    assertThat(press(on().gul(), room, last(on().gul(), room), "tip:off")).contains("No more tips");
    clock.toNoonAfter(1);
    assertThat(unasked(room)).isEmpty();
  }

  /** What the hourly work says in a room; the answer to a question comes after all of it. */
  private List<String> unasked(String room) throws Exception {
    int before = on().gul().notices(room, on().bot()).size();
    on().running().tend();
    String asked = on().gul().send(room, "m.room.message", People.mentioning(QUESTION, on().bot()));
    List<JsonNode> all =
        Await.value(
            "answer",
            () ->
                Optional.of(on().gul().notices(room, on().bot()))
                    .filter(n -> answers(n.getLast(), asked)));
    return all.subList(before, all.size() - 1).stream().map(MatrixGroupsTest::body).toList();
  }

  private static boolean answers(JsonNode notice, String question) {
    return notice.at("/content/" + Notice.ANSWERS).asText().equals(question);
  }

  @Test
  void aRoomIsToldTheWayToADirectChat() throws Exception {
    assertThat(ask(on().gul(), room(), "!status")).contains("https://matrix.to/#/" + on().bot());
  }

  @Test
  void aVolunteersPlainReplyReachesThePerson() throws Exception {
    Person gul = on().gul();
    Person helper = on().helper();
    String volunteers = on().volunteers();
    String chat = gul.room(true, on().bot());
    gul.waitForNotices(chat, on().bot(), GREETING);
    assertThat(ask(gul, chat, "!human")).contains("volunteers");
    assertThat(press(gul, chat, last(gul, chat), "human:yes")).contains("Write your question");
    assertThat(ask(gul, chat, "my landlord keeps the deposit")).contains("Your ticket is");
    JsonNode ticket = helper.waitForNotices(volunteers, on().bot(), 1).getLast();
    Matcher number = Pattern.compile("(?s)#(\\d+) .*").matcher(body(ticket));
    assertThat(number.matches()).isTrue();
    assertThat(body(ticket)).contains("my landlord keeps the deposit").doesNotContain(gul.user);

    helper.say(volunteers, "who takes this one?");
    assertThat(reply(helper, ticket, ADVICE)).contains("✓");
    int heard = GREETING + 4;
    assertThat(body(gul.waitForNotices(chat, on().bot(), heard).getLast()))
        .contains("A volunteer writes", ADVICE);
    helper.say(volunteers, "#" + number.group(1) + " And ask when.");
    assertThat(body(gul.waitForNotices(chat, on().bot(), heard + 1).getLast()))
        .contains("And ask when.");
    JsonNode confirmed = helper.waitForNotices(volunteers, on().bot(), 3).getLast();
    assertThat(reply(helper, confirmed, "/close")).contains("✓");
    assertThat(body(gul.waitForNotices(chat, on().bot(), heard + 2).getLast())).contains("closed");
  }

  private String reply(Person helper, JsonNode to, String text) throws Exception {
    int before = helper.notices(on().volunteers(), on().bot()).size();
    helper.reply(on().volunteers(), to, text);
    return body(helper.waitForNotices(on().volunteers(), on().bot(), before + 1).getLast());
  }

  @Test
  void twoBotsInARoomAnswerThePersonAndNotEachOther(@TempDir Path data) throws Exception {
    new SampleKnowledge(data).withRealMessages();
    String second = Bot.login(on().synapse(), "second", data);
    try (Core core =
            Core.open(
                new Settings(
                    data.resolve("knowledge"), data.resolve("seeds"), data, Clock.systemUTC()),
                false);
        Bot _ = new Bot(core, data, Bot.settings())) {
      Person gul = on().gul();
      String room = gul.room(false, on().bot(), second);
      gul.waitForMember(room, on().bot());
      gul.waitForMember(room, second);
      var both = People.mentioning(QUESTION, on().bot());
      both.withObject("/m.mentions").withArray("user_ids").add(second);
      gul.send(room, "m.room.message", both);
      JsonNode answer = gul.waitForNotices(room, second, 1).getFirst();
      gul.waitForNotices(room, on().bot(), 1);
      // Clients let people reply to one bot and mention the other.
      gul.reply(room, answer, QUESTION);
      assertThat(gul.waitForNotices(room, second, 2)).hasSize(2);
      assertThat(ask(gul, room, QUESTION)).isNotEmpty();
      assertThat(gul.notices(room, on().bot())).hasSize(2);
      assertThat(gul.notices(room, second)).hasSize(2);
    }
  }
}
