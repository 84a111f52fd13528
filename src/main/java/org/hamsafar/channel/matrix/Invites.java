package org.hamsafar.channel.matrix;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts invitations within a budget. Whoever invites waits behind their own invitations only: one
 * who floods does not keep the others out.
 */
final class Invites {
  private static final Logger LOG = LoggerFactory.getLogger(Invites.class);
  private static final int MOST_WAITING = 5_000;

  private final Rooms rooms;
  private final Gate gate;
  private final MatrixSettings settings;
  private final LongSupplier nanos;
  private final CountDownLatch closed;
  private final Map<String, Deque<String>> waiting = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();
  private double budget;
  private long filled;

  Invites(
      Rooms rooms, Gate gate, MatrixSettings settings, LongSupplier nanos, CountDownLatch closed) {
    this.rooms = rooms;
    this.gate = gate;
    this.settings = settings;
    this.nanos = nanos;
    this.closed = closed;
    this.budget = settings.joins();
    this.filled = nanos.getAsLong();
  }

  /** Puts an invitation into the line; one too many is left for a later start. */
  synchronized void add(String room, String inviter) {
    if (known.size() >= MOST_WAITING) {
      LOG.warn("matrix-invitations-too-many waiting={}", known.size());
      return;
    }
    if (known.add(room)) {
      waiting.computeIfAbsent(inviter, _ -> new ArrayDeque<>()).add(room);
      notifyAll();
    }
  }

  /** The invitation was taken back. */
  synchronized void remove(String room) {
    if (known.remove(room)) {
      waiting.values().forEach(rooms -> rooms.remove(room));
      waiting.values().removeIf(Deque::isEmpty);
    }
  }

  synchronized int waiting() {
    return known.size();
  }

  /** Joins until the channel is closed. */
  void run() throws InterruptedException {
    while (closed.getCount() > 0) {
      String room = next();
      payForOne();
      gate.pass();
      join(room);
    }
  }

  /** One room of each inviter in turn. */
  private synchronized String next() throws InterruptedException {
    while (waiting.isEmpty()) {
      wait();
    }
    Map.Entry<String, Deque<String>> first = waiting.entrySet().iterator().next();
    String inviter = first.getKey();
    Deque<String> line = first.getValue();
    String room = line.remove();
    waiting.remove(inviter);
    if (!line.isEmpty()) {
      waiting.put(inviter, line);
    }
    return room;
  }

  private void payForOne() throws InterruptedException {
    double perNano = 1.0 / settings.joinEvery().toNanos();
    long now = nanos.getAsLong();
    budget = Math.min(settings.joins(), budget + (now - filled) * perNano);
    filled = now;
    if (budget < 1) {
      long wait = (long) ((1 - budget) / perNano);
      if (closed.await(wait, TimeUnit.NANOSECONDS)) {
        throw new InterruptedException("the channel is closed");
      }
      filled = nanos.getAsLong();
      budget = 1;
    }
    budget--;
  }

  private void join(String room) throws InterruptedException {
    try {
      rooms.join(room);
      forget(room);
    } catch (MatrixException e) {
      LOG.debug("matrix-not-joined {}", e.reason());
      forget(room);
      switch (e.reason()) {
        case LIMIT -> {
          e.retryAfter().ifPresent(gate::shut);
          add(room, "");
        }
        case NETWORK -> {
          gate.shut(Duration.ofSeconds(1));
          add(room, "");
        }
        case TOKEN, FORBIDDEN, NOT_FOUND, REFUSED -> {}
      }
    }
  }

  private synchronized void forget(String room) {
    known.remove(room);
  }
}
