package org.hamsafar.channel.matrix;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, with a deadline. */
final class Await {
  static final Duration DEADLINE = Duration.ofSeconds(60);

  /** Asked more often, a homeserver would do nothing else. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Await() {}

  static void until(String what, BooleanSupplier condition) throws InterruptedException {
    value(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  static <T> T value(String what, Supplier<Optional<T>> wanted) throws InterruptedException {
    return value(what, DEADLINE, wanted);
  }

  private static <T> T value(String what, Duration deadline, Supplier<Optional<T>> wanted)
      throws InterruptedException {
    long end = System.nanoTime() + deadline.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      Optional<T> found = wanted.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > end || never.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        return fail("not within " + deadline + ": " + what);
      }
    }
  }
}
