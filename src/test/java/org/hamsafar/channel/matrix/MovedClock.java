package org.hamsafar.channel.matrix;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The real time, some days ahead. */
final class MovedClock extends Clock {
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  /** Moves to the noon of a later day. */
  void toNoonAfter(int days) {
    Instant now = instant();
    Instant noon = now.atZone(ZoneOffset.UTC).plusDays(days).with(LocalTime.NOON).toInstant();
    ahead.updateAndGet(d -> d.plus(Duration.between(now, noon)));
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
