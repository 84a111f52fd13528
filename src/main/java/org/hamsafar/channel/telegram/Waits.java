package org.hamsafar.channel.telegram;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Time that passes, so that tests need not wait for it. */
public interface Waits {
  /** A clock that never goes back, in nanoseconds; only differences mean something. */
  long nanos();

  /**
   * Waits.
   *
   * @param unless ends the wait as soon as it is counted down
   * @return whether it was ended early
   */
  boolean pause(Duration duration, CountDownLatch unless) throws InterruptedException;

  /**
   * Real time.
   *
   * @param nanoTime {@code System::nanoTime}
   */
  static Waits real(LongSupplier nanoTime) {
    return new Waits() {
      @Override
      public long nanos() {
        return nanoTime.getAsLong();
      }

      @Override
      public boolean pause(Duration duration, CountDownLatch unless) throws InterruptedException {
        return unless.await(duration.toNanos(), TimeUnit.NANOSECONDS);
      }
    };
  }
}
