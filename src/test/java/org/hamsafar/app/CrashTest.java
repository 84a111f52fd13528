package org.hamsafar.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hamsafar.Jvm;
import org.hamsafar.knowledge.SampleKnowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed (SIGKILL) at 50 random moments while 500 messages flow on each of two
 * databases: each is answered, and none twice, since the platform here knows a message again by its
 * key. Both databases are in one process, since its starts take most of the time.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashTest {
  private static final int MESSAGES = 500;
  private static final int KILLS = 50;
  private static final int CONVERSATIONS = 20;
  private static final int IN_FLIGHT = 12;

  @TempDir private Path folder = Path.of("");

  private final Map<String, Platform> platforms =
      Map.of("sqlite", new Platform(), "postgresql", new Platform());

  @Test
  void nothingIsLost() throws Exception {
    new SampleKnowledge(folder).withRealMessages();
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .start()) {
      killAndStart(postgres.getJdbcUrl("postgres", "postgres"));
    }
    for (Platform platform : platforms.values()) {
      assertThat(platform.acknowledged).hasSize(MESSAGES);
      assertThat(platform.replies)
          .as("replies with a key of their own: one each, none lost, none made twice")
          .hasSize(MESSAGES);
    }
  }

  private void killAndStart(String postgres) throws IOException, InterruptedException {
    Random random = new Random(4711);
    int starts = 0;
    while (!platforms.values().stream().allMatch(Platform::isDone)) {
      assertThat(starts).as("starts: the process must get on").isLessThan(3 * KILLS);
      // Spread the kills over the whole flow: so many more acknowledgements, then a random moment.
      int until =
          starts < KILLS
              ? 2 * ((starts + 1) * MESSAGES / KILLS - random.nextInt(5))
              : Integer.MAX_VALUE;
      run(start(postgres), until);
      starts++;
    }
    assertThat(starts).isGreaterThan(KILLS);
  }

  private Process start(String postgres) throws IOException {
    return Jvm.of(
            EngineProcess.class.getName(),
            List.of(folder.toString(), "jdbc:sqlite:" + folder.resolve("h.db"), postgres))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Sends what is not acknowledged and reads, until so many are; then kills. */
  private void run(Process process, int until) throws IOException, InterruptedException {
    platforms.values().forEach(Platform::begin);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        BufferedWriter in = process.outputWriter(StandardCharsets.UTF_8)) {
      boolean killed = false;
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        String[] parts = line.split(" ", 2);
        requireNonNull(platforms.get(parts[0])).note(parts[1]);
        if (!killed) {
          sendMore(in);
        }
        Collection<Platform> all = platforms.values();
        int acknowledged = all.stream().mapToInt(p -> p.acknowledged.size()).sum();
        if (!killed && (acknowledged >= until || all.stream().allMatch(Platform::isDone))) {
          process.destroyForcibly();
          killed = true;
        }
      }
    } catch (IOException e) {
      // The pipe of a killed process breaks.
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Neither database runs ahead: each kill meets both at work. */
  private void sendMore(BufferedWriter in) throws IOException {
    int slowest =
        platforms.values().stream().mapToInt(p -> p.acknowledged.size()).min().orElseThrow();
    for (Map.Entry<String, Platform> platform : platforms.entrySet()) {
      for (String message : platform.getValue().next(slowest + IN_FLIGHT)) {
        in.write(platform.getKey() + " " + message + "\n");
      }
    }
    in.flush();
  }

  /** The other end of the pipe, as one database sees it. */
  private static final class Platform {
    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> inFlight = new HashSet<>();
    private final Set<String> replies = new HashSet<>();
    private boolean ready;

    /** A new process knows nothing of what is in flight. */
    void begin() {
      inFlight.clear();
      ready = false;
    }

    boolean isDone() {
      return acknowledged.size() == MESSAGES && replies.size() >= MESSAGES;
    }

    void note(String line) {
      String[] parts = line.split(" ", -1);
      switch (parts[0]) {
        case "ACK" -> {
          acknowledged.add(parts[1]);
          inFlight.remove(parts[1]);
        }
        case "SENT" -> replies.add(parts[2] + " " + parts[1]);
        default -> ready = true;
      }
    }

    /** Messages to send, until so many are in flight or acknowledged. */
    List<String> next(int most) {
      return IntStream.range(0, MESSAGES)
          .filter(_ -> ready && acknowledged.size() + inFlight.size() < most)
          .filter(i -> !acknowledged.contains("m" + i) && inFlight.add("m" + i))
          .mapToObj(i -> "m%d c%d where is work".formatted(i, i % CONVERSATIONS))
          .toList();
    }
  }
}
