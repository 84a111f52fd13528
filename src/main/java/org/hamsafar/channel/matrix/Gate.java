package org.hamsafar.channel.matrix;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Stays shut for as long as the homeserver asks: its limits hold for the whole bot. */
final class Gate {
  private static final long CALM = TimeUnit.MINUTES.toNanos(10);

  private final LongSupplier nanos;
  private final CountDownLatch closed;
  private long until;
  private boolean wasShut;

  /**
   * @param nanos a clock that never goes back
   * @param closed ends every wait
   */
  Gate(LongSupplier nanos, CountDownLatch closed) {
    this.nanos = nanos;
    this.closed = closed;
    this.until = nanos.getAsLong();
  }

  synchronized void shut(Duration duration) {
    wasShut = true;
    until = Math.max(until, nanos.getAsLong() + duration.toNanos());
  }

  /** Whether nothing was refused lately, so that what is merely nice may be sent too. */
  synchronized boolean isCalm() {
    return !wasShut || nanos.getAsLong() - until > CALM;
  }

  /** Waits until it is open. */
  void pass() throws InterruptedException {
    for (long wait = left(); wait > 0; wait = left()) {
      if (closed.await(wait, TimeUnit.NANOSECONDS)) {
        throw new InterruptedException("the channel is closed");
      }
    }
  }

  private synchronized long left() {
    return until - nanos.getAsLong();
  }
}
