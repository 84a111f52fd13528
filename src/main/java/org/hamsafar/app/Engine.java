package org.hamsafar.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.hamsafar.channel.Channel;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.channel.ShowsTyping;
import org.hamsafar.conversation.Effect;
import org.hamsafar.conversation.Session;
import org.hamsafar.conversation.Situation;
import org.hamsafar.conversation.Turn;
import org.hamsafar.reply.Message;
import org.hamsafar.store.Rows;
import org.hamsafar.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages from the channels through the conversation and back, losing none: inbox before
 * acknowledgement, answer and outbox in one commit, the outbox row gone only when the platform has
 * taken the message. Messages of one conversation keep their order.
 */
public final class Engine implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Engine.class);
  private static final Duration RETRY = Duration.ofSeconds(2);

  /** Who waits longer sees that an answer is being written. */
  private static final Duration TYPING_AFTER = Duration.ofMillis(300);

  private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);
  private static final Duration TICKETS_KEPT = Duration.ofDays(30);
  private static final Duration KEYS_KEPT = Duration.ofDays(7);
  private static final int TIPS_FROM = 8;
  private static final int MOST_TIPS = 10_000;
  private static final int MOST_TRIES = 3;
  private static final int CACHED_SESSIONS = 10_000;

  private final Core core;
  private final Store store;
  private final Humans humans;
  private final Map<String, Channel> channels = new HashMap<>();
  private final ExecutorService workers;
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Object, CompletableFuture<?>> lanes = new ConcurrentHashMap<>();
  private final Cache<Object, Session> sessions =
      Caffeine.newBuilder().maximumSize(CACHED_SESSIONS).build();
  private final RateLimit limit;
  private volatile boolean closed;

  /**
   * @param humans the way to the volunteers
   * @param limit how many messages a conversation may send
   */
  public Engine(
      Core core, Store store, Humans humans, RateLimit limit, List<? extends Channel> channels) {
    this.core = core;
    this.store = store;
    this.humans = humans;
    this.limit = limit;
    this.workers = Executors.newVirtualThreadPerTaskExecutor();
    channels.forEach(c -> this.channels.put(c.name(), c));
  }

  /** Takes up what an earlier run left, then lets the channels receive. */
  public void start() {
    // A virtual thread that waits for a class to be initialised keeps its carrier: where there are
    // two carriers, two first answers could wait for what a third one holds, for ever.
    channels.values().forEach(c -> core.warmUp(c.abilities()));
    channels.keySet().forEach(name -> store.unsent(name).forEach(this::send));
    store.unanswered().forEach(this::answerAgain);
    channels.values().forEach(c -> c.start(this::receive));
  }

  /** Completes when the message is kept. */
  CompletableFuture<Void> receive(InboundMessage message) {
    return store.receive(message).thenAccept(received -> received.ifPresent(this::answer));
  }

  private void answer(Store.Received received) {
    lane("in", received.message().conversation(), () -> untilAnswered(received));
  }

  /** A message that ended the process before it was answered may do so again, but not for ever. */
  private void answerAgain(Store.Received received) {
    lane(
        "in",
        received.message().conversation(),
        () -> {
          if (store.tried(received).join() > MOST_TRIES) {
            setAside(received);
          } else {
            untilAnswered(received);
          }
        });
  }

  /** Tries until the answer is kept: while the store takes nothing, the message waits for it. */
  private void untilAnswered(Store.Received received) {
    int tries = 0;
    while (!closed) {
      try {
        answerNow(received);
        return;
      } catch (RuntimeException e) {
        log.error("answer_failed cause={} at={}", e.getClass().getName(), place(e));
        if (store.isWritable() && ++tries == MOST_TRIES) {
          setAside(received);
          return;
        }
        if (!pause(RETRY)) {
          return;
        }
      }
    }
  }

  private void setAside(Store.Received received) {
    log.error("message_set_aside tries={}", MOST_TRIES);
    InboundMessage message = received.message();
    Channel channel = channels.get(message.conversation().channel());
    if (channel != null) {
      Session session = store.session(message.conversation()).orElse(Session.NEW);
      Humans.Done done = new Humans.Done(core.say(session, "our-fault").messages(), List.of());
      store
          .answered(received, session, rendered(message, channel, done), List.of(), false)
          .join()
          .forEach(this::send);
    }
  }

  /** Runs tasks of one kind and conversation one after the other. */
  private void lane(String kind, Object conversation, Runnable task) {
    Object key = List.of(kind, conversation);
    ExecutorService executor = kind.equals("in") ? workers : senders;
    lanes.compute(
        key,
        (_, last) -> {
          CompletableFuture<?> before =
              last == null ? CompletableFuture.completedFuture(null) : last;
          CompletableFuture<?> next = before.handleAsync((_, _) -> run(task), executor);
          CompletableFuture<?> _ = next.whenComplete((_, _) -> lanes.remove(key, next));
          return next;
        });
  }

  private static boolean run(Runnable task) {
    try {
      task.run();
      return true;
    } catch (RuntimeException e) {
      log.error("task_failed cause={} at={}", e.getClass().getName(), place(e));
      return false;
    }
  }

  /** Where it happened; the message of an exception may hold words of a person. */
  private static String place(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? "?" : trace[0].toString();
  }

  private void answerNow(Store.Received received) {
    InboundMessage message = received.message();
    Channel channel = channels.get(message.conversation().channel());
    if (channel == null || closed) {
      return;
    }
    Session before =
        sessions.get(
            message.conversation(),
            id -> store.session(message.conversation()).orElse(Session.NEW));
    Optional<Humans.Done> volunteer = humans.volunteer(message);
    Turn turn =
        volunteer.isPresent()
            ? new Turn(before, List.of(), List.of())
            : turn(before, message, channel);
    boolean forget = turn.effects().stream().anyMatch(e -> e instanceof Effect.Forget);
    Humans.Done done = volunteer.orElseGet(() -> humans.apply(message, turn));
    List<OutboundMessage> replies = rendered(message, channel, done);
    List<Store.Unsent> unsent =
        store.answered(received, turn.session(), replies, extras(turn), forget).join();
    if (forget) {
      sessions.invalidate(message.conversation());
      limit.forget(message.conversation());
    } else {
      sessions.put(message.conversation(), turn.session());
    }
    unsent.forEach(this::send);
  }

  private List<OutboundMessage> rendered(
      InboundMessage message, Channel channel, Humans.Done done) {
    List<OutboundMessage> replies = new ArrayList<>();
    for (Message said : done.messages()) {
      replies.add(
          core.renderer()
              .render(said, message.conversation(), channel.abilities(), message.replyTo()));
    }
    replies.addAll(done.elsewhere());
    return replies;
  }

  private Turn turn(Session before, InboundMessage message, Channel channel) {
    CompletableFuture<Void> slow =
        channel instanceof ShowsTyping shows
            ? CompletableFuture.runAsync(
                () -> shows.typing(message.conversation()),
                CompletableFuture.delayedExecutor(
                    TYPING_AFTER.toMillis(), TimeUnit.MILLISECONDS, senders))
            : CompletableFuture.completedFuture(null);
    try {
      return answer(before, message, channel);
    } finally {
      slow.cancel(false);
    }
  }

  private Situation situation(InboundMessage message, Channel channel) {
    return new Situation(
        humans.hasOpen(message.conversation()),
        channel::privateChat,
        () -> channel.mayDecide(message));
  }

  private Turn answer(Session before, InboundMessage message, Channel channel) {
    try {
      return switch (limit.take(message.conversation(), message.time())) {
        case ALLOWED -> core.conversation().handle(before, message, situation(message, channel));
        case TOLD -> core.say(before, "too-fast");
        case SILENT -> new Turn(before, List.of(), List.of());
      };
    } catch (RuntimeException e) {
      // One message that breaks us must neither be tried for ever nor stay without a word.
      log.error("turn_failed cause={} at={}", e.getClass().getName(), place(e));
      return core.say(before, "our-fault");
    }
  }

  private List<Rows.Extra> extras(Turn turn) {
    List<Rows.Extra> extras = new ArrayList<>();
    for (Effect effect : turn.effects()) {
      switch (effect) {
        case Effect.Gap gap -> extras.add(store.gaps().keep(gap));
        case Effect.Feedback feedback -> extras.add(store.gaps().count(feedback));
        case Effect.Forget _, Effect.OpenTicket _, Effect.AddToTicket _, Effect.CloseTicket _ -> {}
      }
    }
    return extras;
  }

  /** Puts a message that answers nothing into the outbox and sends it. */
  public void say(String key, OutboundMessage message) {
    send(store.enqueue(key, message).join());
  }

  private void send(Store.Unsent unsent) {
    lane("out", unsent.message().conversation(), () -> sendNow(unsent));
  }

  private void sendNow(Store.Unsent unsent) {
    Channel channel = channels.get(unsent.message().conversation().channel());
    if (channel == null) {
      return;
    }
    Duration wait = RETRY;
    while (!closed) {
      try {
        channel.send(unsent.message(), unsent.key(), () -> noted(unsent));
        return;
      } catch (Channel.DeliveryException e) {
        switch (e.kind()) {
          case GONE -> {
            done(store.forget(unsent.message().conversation()));
            sessions.invalidate(unsent.message().conversation());
            return;
          }
          case REFUSED -> {
            log.error("send_refused channel={}", channel.name());
            done(store.sent(unsent));
            return;
          }
          case TEMPORARY -> {
            if (!pause(e.retryAfter().orElse(wait))) {
              return;
            }
            wait =
                wait.multipliedBy(2).compareTo(LONGEST_RETRY) < 0
                    ? wait.multipliedBy(2)
                    : LONGEST_RETRY;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** A row that stays, since the store takes nothing, is sent again after the next start. */
  private void noted(Store.Unsent unsent) {
    store
        .sent(unsent)
        .handle((_, e) -> {
          if (e != null) {
            log.warn("outbox_row_stays cause={}", e.getClass().getName());
          }
          return 0;
        })
        .join();
  }

  /** Nobody waits for it: a row that stays is sent again under the same key. */
  private static void done(CompletableFuture<Integer> change) {
    CompletableFuture<Integer> _ =
        change.exceptionally(e -> {
          log.warn("outbox_row_stays cause={}", e.getClass().getName());
          return 0;
        });
  }

  private boolean pause(Duration duration) {
    try {
      return !senders.awaitTermination(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Deletes what has been silent for too long; sends the reminders and tips asked for. */
  public void tend() {
    store.purge(Duration.ofDays(Core.KEPT_DAYS), TICKETS_KEPT, KEYS_KEPT).join();
    for (Store.Wanted due : store.takeReminders(Duration.ofDays(7), 100).join()) {
      Optional<Channel> channel = Optional.ofNullable(channels.get(due.conversation().channel()));
      channel
          .flatMap(c -> core.reminder(due.session(), due.conversation(), c.abilities()))
          .ifPresent(m -> say("nudge/" + due.conversation().id() + "/" + core.clock().millis(), m));
    }
    tips(core.clock().instant().atZone(ZoneOffset.UTC));
  }

  /** Once a day, when it is morning in Europe. */
  private void tips(ZonedDateTime now) {
    Instant due = now.truncatedTo(ChronoUnit.DAYS).withHour(TIPS_FROM).toInstant();
    if (now.toInstant().isBefore(due)) {
      return;
    }
    for (Store.Wanted wanted : store.takeTips(due, MOST_TIPS).join()) {
      Optional<Channel> channel =
          Optional.ofNullable(channels.get(wanted.conversation().channel()));
      channel
          .flatMap(c ->
              core.tip(wanted.session(), wanted.conversation(), c.abilities(), now.toLocalDate()))
          .ifPresent(m -> say("tip/" + wanted.conversation().id() + "/" + now.toLocalDate(), m));
    }
  }

  /** How many messages of conversations are being worked on. */
  public int busy() {
    return lanes.size();
  }

  @Override
  public void close() {
    channels.values().forEach(Channel::close);
    closed = true;
    workers.shutdown();
    senders.shutdownNow();
    try {
      if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
