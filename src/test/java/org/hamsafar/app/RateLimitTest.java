package org.hamsafar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.hamsafar.app.RateLimit.Verdict;
import org.hamsafar.channel.ConversationId;
import org.junit.jupiter.api.Test;

/** How many messages of one conversation are answered, by clocks that senders set. */
class RateLimitTest {
  private static final ConversationId ROOM = new ConversationId("matrix", "!room:localhost");
  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
  private static final Instant FAR = Instant.ofEpochMilli(Long.MAX_VALUE);

  private final RateLimit limit = new RateLimit(3);

  private Stream<Verdict> takeFive(Instant time) {
    return Stream.generate(() -> limit.take(ROOM, time)).limit(5);
  }

  @Test
  void allowsSoManyInAMinute() {
    assertThat(takeFive(NOW))
        .containsExactly(
            Verdict.ALLOWED, Verdict.ALLOWED, Verdict.ALLOWED, Verdict.TOLD, Verdict.SILENT);
    assertThat(limit.take(ROOM, NOW.minusSeconds(1))).isEqualTo(Verdict.SILENT);
    assertThat(limit.take(ROOM, NOW.plusSeconds(60))).isEqualTo(Verdict.ALLOWED);
  }

  @Test
  void aClockThatIsYearsAheadSilencesNobody() {
    assertThat(takeFive(FAR)).contains(Verdict.SILENT);
    assertThat(limit.take(ROOM, NOW)).isEqualTo(Verdict.ALLOWED);
    assertThat(takeFive(Instant.ofEpochMilli(Long.MIN_VALUE))).contains(Verdict.ALLOWED);
    assertThat(limit.take(ROOM, NOW)).isEqualTo(Verdict.ALLOWED);
  }
}
