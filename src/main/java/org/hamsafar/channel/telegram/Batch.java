package org.hamsafar.channel.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.hamsafar.channel.ConversationId;

/**
 * Hands on the updates of one poll, in the order of their numbers. Different conversations are
 * stored side by side; within one, each update waits for the one before, so that a failure cannot
 * change their order.
 */
final class Batch {
  private final Function<Incoming, CompletableFuture<Void>> accept;
  private final Duration limit;
  private final List<Long> numbers = new ArrayList<>();
  private final List<CompletableFuture<Void>> running = new ArrayList<>();
  private final Set<ConversationId> busy = new HashSet<>();
  private long confirmed;

  /**
   * @param confirmed the offset so far
   * @param limit for storing one update
   */
  Batch(Function<Incoming, CompletableFuture<Void>> accept, Duration limit, long confirmed) {
    this.accept = accept;
    this.limit = limit;
    this.confirmed = confirmed;
  }

  /** The offset that may be confirmed: behind the last update before which none has failed. */
  long confirmed() {
    return confirmed;
  }

  /**
   * Stores updates.
   *
   * @param updates sorted by number
   * @return whether all were stored
   */
  boolean store(List<Incoming> updates) throws InterruptedException {
    for (Incoming update : updates) {
      boolean mustWait = update.message().map(m -> busy.contains(m.conversation())).orElse(false);
      if (mustWait && !settle()) {
        return false;
      }
      update.message().ifPresent(m -> busy.add(m.conversation()));
      numbers.add(update.update());
      running.add(accept.apply(update));
    }
    return settle();
  }

  private boolean settle() throws InterruptedException {
    for (int i = 0; i < running.size(); i++) {
      if (!isStored(running.get(i))) {
        return false;
      }
      // Not the greatest so far: after a week without updates Telegram begins anew anywhere.
      confirmed = numbers.get(i) + 1;
    }
    numbers.clear();
    running.clear();
    busy.clear();
    return true;
  }

  private boolean isStored(CompletableFuture<Void> future) throws InterruptedException {
    try {
      future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (ExecutionException | TimeoutException | java.util.concurrent.CancellationException e) {
      return false;
    }
  }
}
