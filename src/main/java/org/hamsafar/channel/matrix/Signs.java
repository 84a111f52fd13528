package org.hamsafar.channel.matrix;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Read receipts and typing: shown when they can be, never waited for. */
final class Signs {
  private static final Logger LOG = LoggerFactory.getLogger(Signs.class);

  /** Most answers are there before anybody could notice that they are being written. */
  private static final Duration UNNOTICED = Duration.ofMillis(400);

  private final Rooms rooms;
  private final Gate gate;
  private final Aside aside;
  private final CountDownLatch closed;
  private final Map<String, State> states = new ConcurrentHashMap<>();

  /** What a room shows. */
  private enum State {
    READ,
    TYPING
  }

  Signs(Rooms rooms, Gate gate, Executor aside, CountDownLatch closed) {
    this.rooms = rooms;
    this.gate = gate;
    this.aside = new Aside(aside, LOG, "matrix-sign-not-shown");
    this.closed = closed;
  }

  /** A message was taken and will be answered. */
  void read(String room, String event) {
    if (!gate.isCalm()) {
      return;
    }
    states.putIfAbsent(room, State.READ);
    aside.attempt(() -> {
      rooms.markRead(room, event);
      if (!closed.await(UNNOTICED.toMillis(), TimeUnit.MILLISECONDS)
          && states.replace(room, State.READ, State.TYPING)) {
        rooms.typing(room, true);
      }
    });
  }

  /** The answer was sent. */
  void written(String room) {
    if (states.remove(room) == State.TYPING) {
      aside.attempt(() -> rooms.typing(room, false));
    }
  }
}
