package org.hamsafar.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.hamsafar.channel.ConversationId;

/** Limits how many messages of one conversation are answered in a minute. */
public final class RateLimit {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int perMinute;
  private final Cache<ConversationId, Window> windows =
      Caffeine.newBuilder().maximumSize(100_000).build();

  private record Window(Instant start, int count) {}

  /** What to do with a message. */
  public enum Verdict {
    ALLOWED,
    /** Say once that it was too fast. */
    TOLD,
    /** Say nothing more in this window. */
    SILENT
  }

  public RateLimit(int perMinute) {
    this.perMinute = perMinute;
  }

  /** Counts a message. */
  Verdict take(ConversationId id, Instant time) {
    Window window =
        Objects.requireNonNull(
            windows
                .asMap()
                .compute(
                    id,
                    (_, old) ->
                        old == null || isElsewhere(time, old.start())
                            ? new Window(time, 1)
                            : new Window(old.start(), old.count() + 1)));
    if (window.count() <= perMinute) {
      return Verdict.ALLOWED;
    }
    return window.count() == perMinute + 1 ? Verdict.TOLD : Verdict.SILENT;
  }

  /** A sender's clock may be wrong by years, and must not keep a window open for as long. */
  private static boolean isElsewhere(Instant time, Instant start) {
    return !time.isBefore(start.plus(WINDOW)) || time.isBefore(start.minus(WINDOW));
  }

  void forget(ConversationId id) {
    windows.invalidate(id);
  }
}
