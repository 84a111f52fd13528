package org.hamsafar.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hamsafar.channel.telegram.Emulator.Shown;
import org.hamsafar.knowledge.SampleKnowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * The program itself, as {@code run} starts it, is killed (SIGKILL) 20 times while 500 updates
 * arrive. Telegram does not know a message again, so what was taken and not yet noted comes twice.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledProcessTest {
  private static final int UPDATES = 500;
  private static final int CHATS = 250;
  private static final int KILLS = 20;

  /** A start and what it then answers, on a machine with much else to do. */
  private static final Duration START = Duration.ofMinutes(1);

  @TempDir private Path folder = Path.of("");

  @Test
  void everyUpdateIsAnsweredAndAtMostOneRepeatedAKill() throws Exception {
    new SampleKnowledge(folder).withRealMessages();
    Path token = Files.writeString(folder.resolve("token"), Updates.token());
    Random random = new Random(4711);
    try (Emulator emulator = Emulator.start()) {
      int fed = 0;
      for (int kill = 1; kill <= KILLS; kill++) {
        Process process = run(emulator, token);
        try {
          int before = shown(emulator).size();
          fed = feed(emulator, fed, kill * UPDATES / KILLS);
          int until = before + 1 + random.nextInt(UPDATES / KILLS);
          int enough = Math.min(until, fed - 1);
          Await.until(
              "answers", START, () -> shown(emulator).size() >= enough || !process.isAlive());
        } finally {
          process.destroyForcibly().waitFor();
        }
      }
      Process last = run(emulator, token);
      try {
        Await.until("all answered", START, () -> isAnswered(shown(emulator)));
      } finally {
        last.destroy();
        assertThat(last.waitFor(10, TimeUnit.SECONDS)).as("a clean stop").isTrue();
      }
      check(shown(emulator));
    }
  }

  private static void check(List<Shown> shown) {
    assertThat(isAnswered(shown)).isTrue();
    int repeats = shown.size() - UPDATES;
    LoggerFactory.getLogger(KilledProcessTest.class)
        .warn("telegram-kill kills={} updates={} repeats={}", KILLS, UPDATES, repeats);
    assertThat(repeats).isLessThanOrEqualTo(KILLS);
  }

  /** Each chat has asked for help, then who the bot is, and is answered in this order. */
  private static boolean isAnswered(List<Shown> shown) {
    Map<Long, List<String>> chats =
        shown.stream()
            .collect(
                Collectors.groupingBy(
                    Shown::chat, Collectors.mapping(Shown::text, Collectors.toList())));
    return chats.size() == CHATS
        && chats.values().stream().allMatch(t -> t.stream().distinct().count() == 2);
  }

  private static int feed(Emulator emulator, int from, int to)
      throws IOException, InterruptedException {
    for (int i = from; i < to; i++) {
      emulator.say(1 + i % CHATS, "en", i < CHATS ? "/help" : "/about");
    }
    return to;
  }

  private static List<Shown> shown(Emulator emulator) {
    try {
      return emulator.shown(Optional.empty());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private Process run(Emulator emulator, Path token) throws IOException {
    return Program.start(
        folder.resolve("log"),
        "run",
        List.of(
            "--knowledge", folder.resolve("knowledge").toString(),
            "--seeds", folder.resolve("seeds").toString(),
            "--data", folder.resolve("data").toString(),
            "--telegram-token-file", token.toString(),
            "--telegram-server", emulator.url().toString(),
            "--health-port", "0",
            "--lease", "2"));
  }
}
