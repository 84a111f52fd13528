package org.hamsafar.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.hamsafar.Jvm;
import org.hamsafar.SideBySide;
import org.hamsafar.knowledge.SampleKnowledge;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed (SIGKILL) at 50 random moments while 500 messages flow: each is answered,
 * and none twice, since the platform here knows a message again by its key.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashTest {
  private static final int MESSAGES = 500;
  private static final int KILLS = 50;
  private static final int CONVERSATIONS = 20;
  private static final int IN_FLIGHT = 12;

  @TempDir private Path folder = Path.of("");

  @SideBySide
  void nothingIsLostOnSqlite() throws Exception {
    check("jdbc:sqlite:" + folder.resolve("h.db"), "");
  }

  @SideBySide
  void nothingIsLostOnPostgres() throws Exception {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .start()) {
      check(postgres.getJdbcUrl("postgres", "postgres"), "postgres");
    }
  }

  private void check(String url, String user) throws Exception {
    new SampleKnowledge(folder).withRealMessages();
    Platform platform = new Platform();
    Random random = new Random(4711);
    int kills = 0;
    while (!platform.isDone()) {
      assertThat(kills).as("starts: the process must get on").isLessThan(3 * KILLS);
      boolean kill = kills < KILLS;
      // Spread the kills over the whole flow: so many more acknowledgements, then a random moment.
      int until = kill ? (kills + 1) * MESSAGES / KILLS - random.nextInt(5) : Integer.MAX_VALUE;
      platform.run(start(url, user), until);
      kills++;
    }
    assertThat(kills).isGreaterThan(KILLS);
    assertThat(platform.acknowledged).hasSize(MESSAGES);
    assertThat(platform.repliesByConversation().values().stream().mapToInt(Set::size).sum())
        .as("replies with a key of their own: one each, none lost, none made twice")
        .isEqualTo(MESSAGES);
  }

  private Process start(String url, String user) throws IOException {
    return Jvm.of(EngineProcess.class.getName(), List.of(folder.toString(), url, user))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The other end of the pipe. */
  private static final class Platform {
    private final Set<String> acknowledged = new HashSet<>();
    private final Map<String, Set<String>> replies = new HashMap<>();

    boolean isDone() {
      return acknowledged.size() == MESSAGES
          && replies.values().stream().mapToInt(Set::size).sum() >= MESSAGES;
    }

    Map<String, Set<String>> repliesByConversation() {
      return new TreeMap<>(replies);
    }

    /** Sends what is not acknowledged and reads, until so many are; then kills. */
    void run(Process process, int until) throws IOException, InterruptedException {
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
          BufferedWriter in = process.outputWriter(StandardCharsets.UTF_8)) {
        Set<String> inFlight = new HashSet<>();
        boolean killed = false;
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          note(line, inFlight);
          if (!killed) {
            sendMore(in, inFlight);
          }
          if (!killed && (acknowledged.size() >= until || isDone())) {
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

    private void note(String line, Set<String> inFlight) {
      String[] parts = line.split(" ", -1);
      if (parts[0].equals("ACK")) {
        acknowledged.add(parts[1]);
        inFlight.remove(parts[1]);
      } else if (parts[0].equals("SENT")) {
        replies.computeIfAbsent(parts[2], _ -> new HashSet<>()).add(parts[1]);
      }
    }

    private void sendMore(BufferedWriter in, Set<String> inFlight) throws IOException {
      for (int i = 0; i < MESSAGES && inFlight.size() < IN_FLIGHT; i++) {
        String key = "m" + i;
        if (!acknowledged.contains(key) && inFlight.add(key)) {
          in.write("%s c%d where is work\n".formatted(key, i % CONVERSATIONS));
        }
      }
      in.flush();
    }
  }
}
