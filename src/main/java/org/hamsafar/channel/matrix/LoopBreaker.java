package org.hamsafar.channel.matrix;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Stops two programs that answer each other: whoever addresses the bot too often in a room is not
 * answered there for a while.
 */
final class LoopBreaker {
  private static final int MOST = 20;
  private static final Duration WITHIN = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Cache<Object, State> states = Caffeine.newBuilder().maximumSize(10_000).build();

  private record State(Instant since, int count) {}

  LoopBreaker(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether one more message may be answered. */
  synchronized boolean allows(String room, String sender) {
    Object key = List.of(room, sender);
    Instant now = clock.instant();
    State state = states.getIfPresent(key);
    if (state == null || isOver(state, now)) {
      state = new State(now, 0);
    }
    State next =
        state.count() < MOST
            ? new State(state.since(), state.count() + 1)
            : new State(state.count() == MOST ? now : state.since(), MOST + 1);
    states.put(key, next);
    return next.count() <= MOST;
  }

  private static boolean isOver(State state, Instant now) {
    Duration length = state.count() > MOST ? PAUSE : WITHIN;
    return now.isAfter(state.since().plus(length));
  }
}
