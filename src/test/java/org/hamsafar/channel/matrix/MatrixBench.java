package org.hamsafar.channel.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.knowledge.SampleKnowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the channel: {@code ./hamsafar test -Dtest=MatrixBench}. Prints the time from a message
 * being accepted to its answer being read by the other client, memory, and start time. Its name
 * keeps it out of the usual tests.
 */
final class MatrixBench {
  private static final String ASKER = "gulalai";
  private static final int ROOMS = Integer.getInteger("matrix.rooms", 200);
  private static final int MESSAGES = Integer.getInteger("matrix.messages", 200);
  private static final int STARTS = 5;
  private static final int STEPS = 5;

  @TempDir private Path data = Path.of("");

  @Test
  void figures() throws Exception {
    new SampleKnowledge(data).withRealMessages();
    try (Synapse synapse = Synapse.start(Map.of());
        People people = new People()) {
      String bot = Bot.login(synapse, "hamsafar", data);
      people.register(ASKER, synapse);
      try (BotProcess process = start()) {
        latency(people, bot, false);
        latency(people, bot, true);
        memory(people, bot, process);
      }
      startTime();
    }
  }

  private static void print(String line, Object... values) {
    System.out.printf(line + "%n", values);
  }

  private static void latency(People people, String bot, boolean encrypted)
      throws InterruptedException {
    String room = people.room(ASKER, encrypted, true, bot);
    greeted(people, room, bot);
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      int before = people.notices(ASKER, room, bot).size();
      people.say(ASKER, room, "where is work");
      long start = System.nanoTime();
      people.waitForNotices(ASKER, room, bot, before + 1, "answer");
      micros.add((System.nanoTime() - start) / 1_000);
    }
    Collections.sort(micros);
    print(
        "matrix-latency encrypted=%s messages=%d p50=%.1fms p99=%.1fms",
        encrypted,
        MESSAGES,
        micros.get(MESSAGES / 2) / 1000.0,
        micros.get(MESSAGES * 99 / 100) / 1000.0);
  }

  private static void greeted(People people, String room, String bot) throws InterruptedException {
    people.waitForNotices(ASKER, room, bot, 2, "greeting");
  }

  private static void memory(People people, String bot, BotProcess process) throws Exception {
    for (int rooms = 2; rooms <= ROOMS; rooms++) {
      greeted(people, people.room(ASKER, true, true, bot), bot);
      if (rooms % Math.max(1, ROOMS / STEPS) == 0) {
        print("matrix-memory encrypted_rooms=%d rss=%dMB", rooms, rss(process) / 1024);
      }
    }
  }

  /** From the start of the process to the end of its first sync, with an account of many rooms. */
  private void startTime() throws IOException, InterruptedException {
    for (int i = 0; i < STARTS; i++) {
      long start = System.nanoTime();
      try (BotProcess process = start()) {
        Await.until("ready", process::isReady);
        print(
            "matrix-start rooms=%d ready=%dms cpu=%dms rss=%dMB",
            ROOMS,
            (System.nanoTime() - start) / 1_000_000,
            process.cpu().toMillis(),
            rss(process) / 1024);
      }
    }
  }

  private static long rss(BotProcess process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(l -> l.startsWith("VmRSS"))
        .map(l -> Long.parseLong(l.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private BotProcess start() throws IOException {
    String heap = Optional.ofNullable(System.getProperty("matrix.heap")).orElse("256m");
    return BotProcess.start(data, "-Xmx" + heap);
  }
}
