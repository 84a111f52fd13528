package org.hamsafar.channel.telegram;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.hamsafar.channel.Recordings;
import org.hamsafar.channel.telegram.Emulator.Shown;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.Translation;
import org.hamsafar.language.LanguageTag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

/** Whole conversations through a Telegram server of its own process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmulatorTest {
  private static final String ENTRY = "us/work/work-permit";
  private static final Duration MANY = Duration.ofMinutes(1);
  private static final String COUNTRY = "US";
  private static final List<String> LANGUAGES = List.of("fa-AF", "ps", "en");

  private Optional<Core> core = Optional.empty();
  private Optional<Knowledge> whole = Optional.empty();

  @BeforeAll
  void open() {
    core = Optional.of(RealKnowledge.open());
    // Ways of asking are not among what a core keeps.
    whole = Optional.of(Core.loader(RealKnowledge.settings()).load().knowledge());
  }

  @AfterAll
  void closeCore() {
    core.ifPresent(Core::close);
  }

  /** The server, the bot and the people. */
  private final class Stage implements AutoCloseable {
    private final Emulator emulator = Emulator.start();
    private final TelegramChannel channel;
    private final Talks talks;

    Stage(TelegramSettings.Receiving receiving) throws IOException, InterruptedException {
      TelegramSettings settings =
          new TelegramSettings(
              Updates.token(), emulator.url(), receiving, TelegramSettings.Timing.USUAL);
      channel =
          new TelegramChannel(
              settings,
              Waits.real(System::nanoTime),
              Optional.empty(),
              Optional.empty(),
              Recordings.NONE);
      talks = new Talks(core.orElseThrow(), channel);
      channel.start(talks);
      Await.until("ready", channel::isReady);
    }

    Shown waitFor(long chat, String what, java.util.function.Predicate<Shown> wanted)
        throws InterruptedException {
      List<Shown> found = new ArrayList<>();
      Await.until(
          what,
          () -> {
            found.addAll(shown(chat).stream().filter(wanted).toList());
            return !found.isEmpty();
          });
      return found.getLast();
    }

    List<Shown> shown(long chat) {
      try {
        return emulator.shown(Optional.of(chat));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return List.of();
      }
    }

    Shown press(long chat, String language, String payload) throws Exception {
      Shown menu = waitFor(chat, payload, s -> s.payloads().contains(payload));
      emulator.press(chat, language, menu.id(), payload);
      return menu;
    }

    @Override
    public void close() throws IOException {
      channel.close();
      talks.close();
      emulator.close();
    }
  }

  private String question(String language) {
    Entry entry = requireNonNull(whole.orElseThrow().entries().get(ENTRY), ENTRY);
    Translation text = requireNonNull(entry.texts().get(new LanguageTag(language)), language);
    return text.questions().getFirst();
  }

  private boolean asksForPaper() {
    return !core.orElseThrow().knowledge().country(COUNTRY).orElseThrow().statuses().isEmpty();
  }

  /** /start → language → country → question → answer, on one screen; the paper is not needed. */
  private void converse(Stage stage, long chat, String language) throws Exception {
    stage.emulator.say(chat, "de", "/start");
    Shown languages = stage.press(chat, "de", "lang:" + language);
    Shown countries = stage.press(chat, "de", "country:" + COUNTRY);
    String next = asksForPaper() ? "status:none" : "menu";
    Shown ready = stage.waitFor(chat, "ready", s -> s.payloads().contains(next));
    assertThat(List.of(countries.id(), ready.id())).containsOnly(languages.id());
    stage.emulator.say(chat, "de", question(language));
    Shown answer =
        stage.waitFor(
            chat, "answer", s -> s.payloads().stream().anyMatch(p -> p.startsWith("right:")));
    assertThat(answer.text()).contains("<a href=").hasSizeLessThanOrEqualTo(4096);
    assertThat(answer.id()).isGreaterThan(ready.id());
    stage.press(chat, "de", answer.payloads().getFirst());
  }

  private void converseInEveryLanguage(Stage stage) throws Exception {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < LANGUAGES.size(); i++) {
        long chat = 9000L + i;
        String language = LANGUAGES.get(i);
        all.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    converse(stage, chat, language);
                    return null;
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                },
                people));
      }
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }
    assertThat(stage.talks.failures()).isEmpty();
    Await.until("acknowledged", () -> acknowledged(stage) == 3 * LANGUAGES.size());
  }

  private static int acknowledged(Stage stage) {
    try {
      return stage.emulator.acknowledged();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Test
  void conversesByLongPolling() throws Exception {
    try (Stage stage = new Stage(new TelegramSettings.Polling())) {
      converseInEveryLanguage(stage);
    }
  }

  @Test
  void conversesByWebhook() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    TelegramSettings.Webhook webhook =
        new TelegramSettings.Webhook(
            URI.create("http://127.0.0.1:" + port + "/hook"),
            Rig.SECRET,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    try (Stage stage = new Stage(webhook)) {
      converseInEveryLanguage(stage);
    }
  }

  @Test
  void twoHundredChatsAtOnceStayWithinTheLimits() throws Exception {
    int chats = 200;
    try (Stage stage = new Stage(new TelegramSettings.Polling())) {
      long start = System.currentTimeMillis();
      askAll(stage, chats, "/about");
      Await.until("all answered", MANY, () -> all(stage).size() == chats);
      List<Long> first = times(all(stage));
      askAll(stage, chats, "/help");
      Await.until("all answered again", MANY, () -> all(stage).size() == 2 * chats);
      assertAtMost(30, times(all(stage)));
      for (long chat = 1; chat <= chats; chat++) {
        assertAtMost(1, times(stage.shown(chat)));
      }
      LoggerFactory.getLogger(EmulatorTest.class)
          .warn(
              "telegram-load chats={} p50={}ms p99={}ms; the limit of 30/s asks for 3 and 6 s",
              chats,
              first.get(chats / 2) - start,
              first.get(chats * 99 / 100) - start);
    }
  }

  private static void askAll(Stage stage, int chats, String text) throws Exception {
    for (int chat = 1; chat <= chats; chat++) {
      stage.emulator.say(chat, "en", text);
    }
  }

  private static List<Long> times(List<Shown> shown) {
    return shown.stream().map(Shown::millis).sorted().toList();
  }

  /** No more than so many within a second, by the emulator's log. */
  private static void assertAtMost(int count, List<Long> times) {
    for (int i = count; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - count)).isGreaterThanOrEqualTo(1000);
    }
  }

  private static List<Shown> all(Stage stage) {
    try {
      return stage.emulator.shown(Optional.empty());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
