package org.hamsafar.channel.telegram;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Time that passes only by waiting, and then at once. */
final class FakeWaits implements Waits {
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private long now = -5_000_000_000L;

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public boolean pause(Duration duration, CountDownLatch unless) {
    pauses.add(duration);
    synchronized (this) {
      now += duration.toNanos();
    }
    return unless.getCount() == 0;
  }

  List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
