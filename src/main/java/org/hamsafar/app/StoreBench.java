package org.hamsafar.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.Channel;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.InboundMessage.Content;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.store.Store;

/**
 * Sends questions through engine and store as a platform would, one that takes every message at
 * once, and measures from the moment a question arrives until its answer's outbox row is gone.
 */
public final class StoreBench implements AutoCloseable {
  private static final String NAME = "bench";

  /** So many messages are on their way at once: more wait outside, as they do at a platform. */
  private static final int ON_THE_WAY = 512;

  private static final int CONVERSATIONS = 5000;

  private final Taker taker = new Taker();
  private final Engine engine;
  private final Clock clock;
  private long next;

  public StoreBench(Core core, Store store) {
    this.clock = core.clock();
    Humans humans = new Humans(core, store, Optional.empty(), Map.of(), new SecureRandom(), 1);
    this.engine = new Engine(core, store, humans, new RateLimit(Integer.MAX_VALUE), List.of(taker));
    this.engine.start();
  }

  /**
   * What was measured.
   *
   * @param nanos how long each message took, sorted
   */
  public record Figures(Duration whole, List<Long> nanos) {
    public Figures {
      nanos = List.copyOf(nanos);
    }

    public int messages() {
      return nanos.size();
    }

    public double perSecond() {
      return nanos.size() / (whole.toNanos() / 1e9);
    }

    /** The time below which {@code share} of the messages stay. */
    public double millis(double share) {
      int place = (int) Math.ceil(share * nanos.size()) - 1;
      return nanos.get(Math.max(0, place)) / 1e6;
    }
  }

  /** As many at a time as may be on their way, each content in turn. */
  public Figures atOnce(List<? extends Content> contents, int messages)
      throws InterruptedException {
    return run(contents, messages, 0);
  }

  /** At a rate; a message that had to wait for its turn counts from when it was due. */
  public Figures steadily(List<? extends Content> contents, int perSecond, int seconds)
      throws InterruptedException {
    return run(contents, perSecond * seconds, 1_000_000_000L / perSecond);
  }

  private Figures run(List<? extends Content> contents, int messages, long apart)
      throws InterruptedException {
    AtomicLongArray took = new AtomicLongArray(messages);
    Semaphore room = new Semaphore(ON_THE_WAY);
    long start = System.nanoTime();
    for (int i = 0; i < messages; i++) {
      room.acquire();
      long due = start + i * apart;
      for (long left = due - System.nanoTime(); apart > 0 && left > 0; ) {
        LockSupport.parkNanos(left);
        left = due - System.nanoTime();
      }
      long from = apart > 0 ? due : System.nanoTime();
      int place = i;
      InboundMessage message = message(next++, contents.get(i % contents.size()));
      taker.expect(
          message.conversation(),
          () -> {
            took.set(place, System.nanoTime() - from);
            room.release();
          });
      CompletableFuture<Void> _ = engine.receive(message);
    }
    room.acquire(ON_THE_WAY);
    Duration whole = Duration.ofNanos(System.nanoTime() - start);
    return new Figures(whole, IntStream.range(0, messages).mapToObj(took::get).sorted().toList());
  }

  private InboundMessage message(long number, Content content) {
    return new InboundMessage(
        NAME + ":" + number,
        new ConversationId(NAME, "c" + number % CONVERSATIONS),
        content,
        Optional.empty(),
        InboundMessage.Setting.PRIVATE,
        Optional.empty(),
        clock.instant());
  }

  /** A platform that takes everything at once. */
  private static final class Taker implements Channel {
    private final Map<ConversationId, Runnable> expected = new ConcurrentHashMap<>();

    void expect(ConversationId conversation, Runnable answered) {
      expected.put(conversation, answered);
    }

    @Override
    public void send(OutboundMessage message, String key) {}

    @Override
    public void send(OutboundMessage message, String key, Taken taken) {
      taken.note();
      Optional.ofNullable(expected.remove(message.conversation())).ifPresent(Runnable::run);
    }

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public Abilities abilities() {
      return new Abilities(true, true, true);
    }

    @Override
    public void start(Inlet inlet) {}

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void close() {}
  }

  @Override
  public void close() {
    engine.close();
  }
}
