package org.hamsafar.channel.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.hamsafar.knowledge.SampleKnowledge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the channel: {@code MatrixBench [ROOMS] [MESSAGES]}. Prints the time from a message
 * being accepted to its answer being seen by the other client, memory and start time.
 */
final class MatrixBench {
  private static final Logger LOG = LoggerFactory.getLogger(MatrixBench.class);

  private MatrixBench() {}

  public static void main(String[] args) throws Exception {
    int rooms = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    int messages = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    Path data = Files.createTempDirectory("hamsafar-bench");
    new SampleKnowledge(data).withRealMessages();
    try (Synapse synapse = Synapse.start(Map.of());
        People people = new People()) {
      String bot = Bot.login(synapse, "hamsafar", data);
      people.register("gulalai", synapse);
      try (BotProcess process = start(data)) {
        latency(people, bot, false, messages);
        latency(people, bot, true, messages);
        int known = 1;
        for (int i = known; i < rooms; i++) {
          greeted(people, people.room("gulalai", true, true, bot), bot);
        }
        LOG.warn("encrypted_rooms={} rss_mb={}", rooms, rss(process) / 1024);
      }
      startTime(people, bot, data);
    }
    System.exit(0);
  }

  private static void greeted(People people, String room, String bot) throws InterruptedException {
    Await.until("greeted", () -> people.notices("gulalai", room, bot).size() >= 2);
  }

  private static void latency(People people, String bot, boolean encrypted, int messages)
      throws InterruptedException {
    String room = people.room("gulalai", encrypted, true, bot);
    greeted(people, room, bot);
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      int before = people.notices("gulalai", room, bot).size();
      people.say("gulalai", room, "where is work");
      long start = System.nanoTime();
      Await.until("answer", () -> people.notices("gulalai", room, bot).size() > before);
      micros.add((System.nanoTime() - start) / 1_000);
    }
    Collections.sort(micros);
    LOG.warn(
        "encrypted={} messages={} p50_ms={} p99_ms={}",
        encrypted,
        messages,
        micros.get(messages / 2) / 1000.0,
        micros.get(messages * 99 / 100) / 1000.0);
  }

  /** From the start of the process to the answer to a message that waited for it. */
  private static void startTime(People people, String bot, Path data)
      throws IOException, InterruptedException {
    String room = people.room("gulalai", false, true, bot);
    long start = System.nanoTime();
    try (BotProcess _ = start(data)) {
      greeted(people, room, bot);
      LOG.warn("start_to_first_answer_ms={}", (System.nanoTime() - start) / 1_000_000);
    }
  }

  private static long rss(BotProcess process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(l -> l.startsWith("VmRSS"))
        .map(l -> Long.parseLong(l.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static BotProcess start(Path data) throws IOException {
    return BotProcess.start(data, "-Xmx256m");
  }
}
