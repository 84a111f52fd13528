package org.hamsafar.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hamsafar.knowledge.SampleKnowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed (SIGKILL) at 20 random moments while 300 messages arrive in 30 chats, half
 * of them encrypted: each is answered once.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MatrixCrashTest {
  private static final String ASKER = "gulalai";
  private static final int MESSAGES = 300;
  private static final int ROOMS = 30;
  private static final int KILLS = 20;

  @TempDir private Path data = Path.of("");

  @Test
  void everyMessageIsAnsweredOnce() throws Exception {
    new SampleKnowledge(data).withRealMessages();
    try (Synapse synapse = Synapse.start(Map.of());
        People people = new People()) {
      String bot = Bot.login(synapse, "hamsafar", data);
      people.register(ASKER, synapse);
      Flow flow = new Flow(people, bot);
      openChats(flow);
      askWhileKilling(flow);
      Map<String, Long> times =
          flow.answers().stream()
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      assertThat(times.keySet()).containsExactlyInAnyOrderElementsOf(flow.asked.keySet());
      assertThat(times.values()).containsOnly(1L);
    }
  }

  private void openChats(Flow flow) throws Exception {
    try (BotProcess process = start()) {
      for (int i = 0; i < ROOMS; i++) {
        flow.rooms.add(flow.people.room(ASKER, i % 2 == 0, true, flow.bot));
      }
      for (String room : flow.rooms) {
        flow.waitFor(
            "greeting in room " + flow.rooms.indexOf(room),
            () -> !flow.people.notices(ASKER, room, flow.bot).isEmpty(),
            process);
      }
    }
    flow.note("chats opened");
  }

  private void askWhileKilling(Flow flow) throws Exception {
    Random random = new Random(4711);
    BotProcess next = prepare();
    try {
      for (int kill = 1; kill <= KILLS; kill++) {
        try (BotProcess process = next.begin()) {
          next = prepare();
          while (flow.asked.size() < kill * MESSAGES / KILLS) {
            flow.ask();
          }
          // Somewhere within the answers to these and earlier messages.
          int until = (kill - 1) * MESSAGES / KILLS + random.nextInt(MESSAGES / KILLS);
          flow.waitForAnswers(until, process);
          flow.note(
              "kill %d, of a process that took %d ms".formatted(kill, process.cpu().toMillis()));
        }
      }
      flow.waitForAnswers(MESSAGES, next.begin());
    } finally {
      next.close();
    }
  }

  private BotProcess start() throws Exception {
    return prepare().begin();
  }

  private BotProcess prepare() throws Exception {
    return BotProcess.prepare(data, "-XX:TieredStopAtLevel=1");
  }

  /** What was asked and answered so far. */
  private static final class Flow {
    private final People people;
    private final String bot;
    private final List<String> rooms = new ArrayList<>();

    /** Each question's room. */
    private final Map<String, String> asked = new LinkedHashMap<>();

    private final List<String> notes = new ArrayList<>();
    private final long start = System.nanoTime();

    Flow(People people, String bot) {
      this.people = people;
      this.bot = bot;
    }

    void ask() {
      String room = rooms.get(asked.size() % ROOMS);
      asked.put(people.say(ASKER, room, "where is work"), room);
    }

    /** The question of each answer, once for every event that was shown. */
    Collection<String> answers() {
      Map<String, String> byEvent = new HashMap<>();
      for (JsonNode notice : people.seen(ASKER, e -> e.path("sender").asText().equals(bot))) {
        String question = notice.path("content").path(Notice.ANSWERS).asText();
        if (!question.isEmpty()) {
          byEvent.put(notice.path("id").asText(), question);
        }
      }
      return byEvent.values();
    }

    private long answered() {
      return answers().stream().distinct().count();
    }

    void waitForAnswers(int count, BotProcess process) throws Exception {
      for (long now = answered(); now < count; now = answered()) {
        long before = now;
        waitFor("answer " + (before + 1), () -> answered() > before, process);
      }
    }

    void waitFor(String what, BooleanSupplier condition, BotProcess process) throws Exception {
      try {
        people.await(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
      } catch (AssertionError e) {
        note("stalled");
        throw new AssertionError(
            "%s%n%s%nunanswered: %s%nthe bot: %s"
                .formatted(e.getMessage(), String.join("\n", notes), unanswered(), process.state()),
            e);
      }
    }

    /** Of each question without an answer, its number and what kind of room it stands in. */
    private List<String> unanswered() {
      Collection<String> answers = answers();
      List<String> open = new ArrayList<>();
      int number = 0;
      for (String question : asked.keySet()) {
        if (!answers.contains(question)) {
          open.add(number + (number % 2 == 0 ? " encrypted" : " plain"));
        }
        number++;
      }
      return open;
    }

    void note(String what) {
      notes.add(
          "after %d s %s: %d asked, %d answered"
              .formatted(
                  (System.nanoTime() - start) / 1_000_000_000, what, asked.size(), answered()));
      if (Boolean.getBoolean("matrix.progress")) {
        System.err.println(notes.getLast());
      }
    }
  }
}
