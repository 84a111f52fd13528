package org.hamsafar.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Long polling when things go wrong. */
class PollingTest {
  private Rig rig;

  PollingTest() throws IOException {
    rig = new Rig();
  }

  @BeforeEach
  void none() {
    assertThat(rig.channel.isReady()).isFalse();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void awaitKept(int count) throws InterruptedException {
    Await.until("messages", () -> rig.inlet.kept().size() >= count);
  }

  private void awaitConfirmed() throws InterruptedException {
    Await.until("confirmed", () -> rig.server.waiting() == 0);
  }

  @Test
  void receivesInOrderAndConfirms() throws Exception {
    IntStream.rangeClosed(1, 250)
        .forEach(i -> rig.server.deliver(Updates.message(i, i % 7 + 1, "m" + i)));
    rig.start();
    awaitKept(250);
    awaitConfirmed();
    assertThat(rig.inlet.kept())
        .isSortedAccordingTo((a, b) -> Integer.compare(number(a.key()), number(b.key())));
    assertThat(rig.inlet.offered()).hasSize(250);
    assertThat(rig.channel.isReady()).isTrue();
    assertThat(rig.server.calls("getUpdates").getFirst().path())
        .startsWith("/prefix/bot" + Updates.BOT + ":");
  }

  private static int number(String key) {
    return Integer.parseInt(key.substring(key.lastIndexOf(':') + 1));
  }

  @Test
  void confirmsOnlyWhatIsStored() throws Exception {
    CompletableFuture<Void> pending = new CompletableFuture<>();
    rig.inlet.storing(m -> m.text().equals("slow") ? pending : rig.inlet.keep(m));
    rig.server.deliver(Updates.message(1, 1, "fast"));
    rig.server.deliver(Updates.message(2, 2, "slow"));
    rig.start();
    Await.until("offered", () -> rig.inlet.offered().size() == 2);
    assertThat(rig.server.waiting()).isEqualTo(2);
    pending.complete(null);
    awaitConfirmed();
  }

  @Test
  void whatCouldNotBeStoredComesAgainInOrder() throws Exception {
    AtomicInteger failures = new AtomicInteger(3);
    rig.inlet.storing(m ->
        m.text().equals("b") && failures.getAndDecrement() > 0
            ? CompletableFuture.failedFuture(new IOException("disk full"))
            : rig.inlet.keep(m));
    List.of("a", "b", "c").forEach(t -> rig.server.deliver(Updates.message(t.charAt(0), 1, t)));
    rig.start();
    awaitConfirmed();
    assertThat(rig.inlet.texts()).containsExactly("a", "b", "c");
    assertThat(rig.waits.pauses())
        .startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void aHandlerThatThrowsDoesNotStopPolling() throws Exception {
    AtomicInteger failures = new AtomicInteger(2);
    rig.inlet.storing(m -> {
      if (failures.getAndDecrement() > 0) {
        throw new IllegalStateException("thrown by the test");
      }
      return rig.inlet.keep(m);
    });
    rig.server.deliver(Updates.message(1, 1, "a"));
    rig.start();
    awaitConfirmed();
    assertThat(rig.inlet.texts()).containsExactly("a");
  }

  @Test
  void aHundredUpdatesThatComeTwiceAreKeptOnce() throws Exception {
    IntStream.rangeClosed(1, 100).forEach(i -> rig.server.deliver(Updates.message(i, i, "m" + i)));
    rig.start();
    awaitConfirmed();
    IntStream.rangeClosed(1, 100).forEach(i -> rig.server.deliver(Updates.message(i, i, "m" + i)));
    awaitConfirmed();
    assertThat(rig.inlet.offered()).hasSize(200);
    assertThat(rig.inlet.kept()).hasSize(100);
  }

  @Test
  void updatesOutOfOrderAreSorted() throws Exception {
    rig.server.shuffle();
    List.of(5, 6, 7).forEach(i -> rig.server.deliver(Updates.message(i, 1, "m" + i)));
    rig.start();
    awaitConfirmed();
    assertThat(rig.inlet.texts()).containsExactly("m5", "m6", "m7");
  }

  @Test
  void unknownKindsAndAMegabyteDoNotStopTheRest() throws Exception {
    rig.server.deliver(Updates.json("{'update_id':1,'brain_wave':{'chat':7}}"));
    rig.server.deliver(Updates.json("{'update_id':2,'message':[1,2]}"));
    rig.server.deliver(Updates.json("{'update_id':3,'callback_query':'odd'}"));
    rig.server.deliver(Updates.json("{'no_number':true}"));
    rig.server.deliver(Updates.message(4, 1, "ب".repeat(1 << 20)));
    rig.server.deliver(Updates.message(5, 1, "after"));
    rig.start();
    awaitKept(2);
    assertThat(rig.inlet.texts().getFirst()).hasSize(4096);
    assertThat(rig.inlet.texts().getLast()).isEqualTo("after");
  }

  @Test
  void anotherPollerIsWaitedFor() throws Exception {
    rig.server.fail(
        "getUpdates", FaultServer.error(409, "Conflict: terminated by other getUpdates request"));
    rig.server.fail(
        "getUpdates", FaultServer.error(409, "Conflict: terminated by other getUpdates request"));
    rig.server.deliver(Updates.message(1, 1, "a"));
    rig.start();
    awaitKept(1);
    assertThat(rig.waits.pauses()).startsWith(Duration.ofSeconds(10), Duration.ofSeconds(10));
    assertThat(rig.server.calls("deleteWebhook")).isEmpty();
  }

  @Test
  void aForgottenWebhookIsRemoved() throws Exception {
    rig.server.fail(
        "getUpdates",
        FaultServer.error(409, "Conflict: can't use getUpdates method while webhook is active"));
    rig.server.deliver(Updates.message(1, 1, "a"));
    rig.start();
    awaitKept(1);
    assertThat(rig.server.calls("deleteWebhook")).hasSize(1);
  }

  @Test
  void obeysRetryAfterToTheSecond() throws Exception {
    rig.server.fail("getUpdates", FaultServer.flood(37));
    rig.server.deliver(Updates.message(1, 1, "a"));
    rig.start();
    awaitKept(1);
    assertThat(rig.waits.pauses()).containsExactly(Duration.ofSeconds(37));
  }

  @Test
  void aRefusedTokenStopsAndIsSaidOnceWithoutTheToken() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger("org.hamsafar.channel.telegram");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    rig.server.fail("getUpdates", FaultServer.error(401, "Unauthorized"));
    rig.start();
    Await.until("said", () -> !log.list.isEmpty());
    assertThat(rig.channel.isReady()).isFalse();
    rig.close();
    logger.detachAppender(log);
    assertThat(log.list).hasSize(1);
    assertThat(log.list.getFirst().getFormattedMessage())
        .contains("refuses the token")
        .doesNotContain("real-token");
    assertThat(rig.server.calls("getUpdates")).hasSize(1);
  }

  @Test
  void aBlackHoleIsNoticedAndLeft() throws Exception {
    rig.server.fail("getUpdates", new FaultServer.BlackHole());
    rig.server.deliver(Updates.message(1, 1, "a"));
    long start = System.nanoTime();
    rig.start();
    awaitKept(1);
    // One poll and its answer time; the rest is pauses, which pass at once here.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    Await.until("ready", rig.channel::isReady);
  }

  @Test
  void theUsualTimesKeepTheirPromise() {
    TelegramSettings.Timing t = TelegramSettings.Timing.USUAL;
    assertThat(t.poll().plus(t.answer())).isLessThan(Duration.ofSeconds(70));
    assertThat(t.poll().plus(t.answer()).plus(t.lastRetry())).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void tripsOverBrokenAnswersAndGetsUp() throws Exception {
    rig.server.fail("getMe", new FaultServer.CutAfter());
    rig.server.fail("getMe", FaultServer.error(502, "Bad Gateway"));
    rig.server.fail("getUpdates", new FaultServer.Answer(200, "<html>not json"));
    rig.server.fail("getUpdates", new FaultServer.Answer(503, ""));
    rig.server.fail("getUpdates", new FaultServer.Answer(404, "<html>the proxy's"));
    rig.server.deliver(Updates.message(1, 1, "a"));
    rig.start();
    awaitKept(1);
    assertThat(rig.inlet.offered()).hasSize(1);
  }

  @Test
  void stopsInTimeInTheMiddleOfAPollAndConfirmsWhatItStored() throws Exception {
    rig.server.deliver(Updates.message(1, 1, "a"));
    rig.start();
    awaitKept(1);
    long start = System.nanoTime();
    rig.channel.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(rig.server.waiting()).isZero();
    assertThat(rig.channel.isReady()).isFalse();
    rig.server.deliver(Updates.message(2, 1, "b"));
    assertThat(rig.inlet.texts()).containsExactly("a");
  }

  @Test
  void everyPressIsAcknowledged() throws Exception {
    rig.server.deliver(Updates.pressed(1, 1, 9, "menu"));
    rig.server.deliver(Updates.json("{'update_id':2,'callback_query':{'id':'old','data':'x'}}"));
    rig.start();
    Await.until("acknowledged", () -> rig.server.calls("answerCallbackQuery").size() == 2);
    assertThat(rig.inlet.kept()).hasSize(1);
  }
}
