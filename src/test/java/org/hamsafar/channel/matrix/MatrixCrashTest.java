package org.hamsafar.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
@Timeout(value = 12, unit = java.util.concurrent.TimeUnit.MINUTES)
class MatrixCrashTest {
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
      people.register("gulalai", synapse);
      List<String> rooms = openChats(people, bot);
      List<String> questions = askWhileKilling(people, rooms, bot);
      Process last = start();
      try {
        Await.until("all answered", () -> answered(people, bot).size() >= MESSAGES);
      } finally {
        last.destroyForcibly().waitFor();
      }
      List<String> answers = answers(people, bot);
      Map<String, Long> times =
          answers.stream()
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      assertThat(times.keySet()).containsExactlyInAnyOrderElementsOf(questions);
      assertThat(times.values()).containsOnly(1L);
    }
  }

  private List<String> openChats(People people, String bot) throws Exception {
    Process process = start();
    List<String> rooms = new ArrayList<>();
    try {
      for (int i = 0; i < ROOMS; i++) {
        rooms.add(people.room("gulalai", i % 2 == 0, true, bot));
      }
      for (String room : rooms) {
        Await.until("greeted", () -> !people.notices("gulalai", room, bot).isEmpty());
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return rooms;
  }

  private List<String> askWhileKilling(People people, List<String> rooms, String bot)
      throws Exception {
    Random random = new Random(4711);
    List<String> questions = new ArrayList<>();
    for (int kill = 1; kill <= KILLS; kill++) {
      Process process = start();
      try {
        while (questions.size() < kill * MESSAGES / KILLS) {
          String room = rooms.get(questions.size() % ROOMS);
          questions.add(people.say("gulalai", room, "where is work"));
        }
        // Somewhere within the answers to these and earlier messages.
        int until = (kill - 1) * MESSAGES / KILLS + random.nextInt(MESSAGES / KILLS);
        Await.until("answers", () -> answered(people, bot).size() >= until);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
    return questions;
  }

  private static List<String> answered(People people, String bot) {
    return answers(people, bot).stream().distinct().toList();
  }

  /** The question of each answer, once for every event that was shown. */
  private static List<String> answers(People people, String bot) {
    Map<String, String> byEvent = new java.util.HashMap<>();
    for (JsonNode notice : people.seen("gulalai", e -> e.path("sender").asText().equals(bot))) {
      String question = notice.path("content").path(Notice.ANSWERS).asText();
      if (!question.isEmpty()) {
        byEvent.put(notice.path("id").asText(), question);
      }
    }
    return List.copyOf(byEvent.values());
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                BotProcess.class.getName(),
                data.toString()))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
