package org.hamsafar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.hamsafar.RandomText;
import org.hamsafar.RandomText.Kind;
import org.hamsafar.RandomText.Sample;
import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.hamsafar.app.LocalTalk;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.knowledge.TestQuestion;
import org.hamsafar.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Thousands of random messages through the whole way of an answer. {@code -Drandom.seed} and {@code
 * -Drandom.messages} try others and more of them; what took longest is printed.
 */
class RandomInputTest {
  private static final long SEED = Long.getLong("random.seed", 20261129);
  private static final int MESSAGES = Integer.getInteger("random.messages", 2000);

  /** Of a conversation, after which another begins. */
  private static final int TURNS = 12;

  /** The slowest messages are answered again: what was slow once may have waited for something. */
  private static final int AGAIN = 40;

  private static final int TRIES = 5;

  private static final List<Abilities> ABILITIES =
      List.of(
          Abilities.PLAIN,
          new Abilities(true, true, true, true),
          new Abilities(true, true, true, false, true));

  private final Random random = new Random(SEED);
  private List<String> entries = List.of();

  private record Timed(Kind kind, Question question, long micros) {}

  @Test
  void everyMessageIsAnswered() {
    List<String> questions =
        Core.loader(RealKnowledge.settings()).loadWithTests().knowledge().tests().stream()
            .map(TestQuestion::question)
            .toList();
    RandomText texts = new RandomText(random, questions);
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    try (Core core = RealKnowledge.open()) {
      root.addAppender(log);
      entries = List.copyOf(core.knowledge().entries().keySet());
      List<Timed> timed = new ArrayList<>();
      LocalTalk talk = new LocalTalk(core, Abilities.PLAIN);
      for (int i = 0; i < MESSAGES; i++) {
        Sample sample = texts.next();
        timed.add(answered(core, sample));
        talk = i % TURNS == 0 ? new LocalTalk(core, oneOf(ABILITIES)) : talk;
        talked(talk, sample);
      }
      print(core, timed);
    } finally {
      root.detachAppender(log);
    }
    assertThat(log.list).as("answering logs nothing, so nothing that was asked").isEmpty();
  }

  private Timed answered(Core core, Sample sample) {
    List<String> countries = List.copyOf(core.knowledge().countries().keySet());
    Question question =
        new Question(
            sample.text(),
            maybe(List.copyOf(core.knowledge().languages().keySet())),
            maybe(countries),
            Optional.empty(),
            maybe(entries),
            some(entries),
            some(entries));
    Outcome outcome = core.answerer().answer(question);
    String kind =
        switch (outcome.answer()) {
          case Answer.Answered a -> a.entry().id();
          case Answer.Detail d -> d.entry().id() + d.points();
          case Answer.Contested c -> c.entry().id();
          case Answer.Clarify c -> c.what().name();
          case Answer.NoAnswer n -> n.reason().name();
          case Answer.Crisis c -> c.dangers().toString();
          case Answer.Handoff h -> h.kind();
        };
    assertThat(kind).isNotEmpty();
    assertThat(outcome.confidence()).isBetween(0.0, 1.0);
    assertThat(outcome.replyLanguage()).isNotEqualTo(LanguageTag.DARI_LATIN);
    return new Timed(sample.kind(), question, outcome.micros());
  }

  private void talked(LocalTalk talk, Sample sample) {
    InboundMessage.Content content =
        switch (random.nextInt(8)) {
          case 0 -> new InboundMessage.Edited(sample.text(), "k");
          case 1 -> new InboundMessage.Choice(sample.text());
          default -> new InboundMessage.Text(sample.text());
        };
    List<OutboundMessage> replies =
        talk.answer(
            new InboundMessage(
                "k",
                new ConversationId("test", "1"),
                content,
                random.nextBoolean() ? Optional.of("ps") : Optional.empty(),
                random.nextBoolean()
                    ? InboundMessage.Setting.PRIVATE
                    : InboundMessage.Setting.GROUP,
                Optional.empty(),
                RealKnowledge.CLOCK.instant()));
    assertThat(replies).isNotEmpty();
    assertThat(replies).allSatisfy(r -> assertThat(r.plain()).isNotBlank());
  }

  /** No time is asserted: machines differ. Time of the processor: others use it too. */
  private static void print(Core core, List<Timed> timed) {
    Map<Kind, Timed> slowest = new EnumMap<>(Kind.class);
    timed.stream()
        .sorted(Comparator.comparingLong(Timed::micros).reversed())
        .limit(AGAIN)
        .map(t -> new Timed(t.kind(), t.question(), best(core, t.question())))
        .forEach(t -> slowest.merge(t.kind(), t, (a, b) -> a.micros() >= b.micros() ? a : b));
    slowest.values().stream()
        .sorted(Comparator.comparingLong(Timed::micros).reversed())
        .forEach(t ->
            System.out.printf(
                "slowest of %s: %.1f ms of one core, best of %d tries%n",
                t.kind(), t.micros() / 1000.0, TRIES));
  }

  private static long best(Core core, Question question) {
    long best = Long.MAX_VALUE;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int i = 0; i < TRIES; i++) {
      long start = threads.getCurrentThreadCpuTime();
      core.answerer().answer(question);
      best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / 1000);
    }
    return best;
  }

  private <T> Optional<T> maybe(List<T> list) {
    return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(oneOf(list));
  }

  private <T> List<T> some(List<T> list) {
    return Stream.generate(() -> oneOf(list)).limit(random.nextInt(4)).toList();
  }

  private <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
