package org.hamsafar.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.hamsafar.channel.telegram.ApiFailure.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/** The state of the connection to Telegram, and what to do when something is wrong with it. */
final class Link {
  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  private final BotApi api;
  private final TelegramSettings.Timing timing;
  private final Waits waits;
  private final CountDownLatch closed;
  private volatile boolean ready;
  private Duration nextPause;
  private boolean troubled;

  Link(BotApi api, TelegramSettings.Timing timing, Waits waits, CountDownLatch closed) {
    this.api = api;
    this.timing = timing;
    this.waits = waits;
    this.closed = closed;
    this.nextPause = timing.firstRetry();
  }

  boolean isReady() {
    return ready;
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  void good() {
    if (troubled) {
      LOG.info("telegram-connected-again");
    }
    troubled = false;
    nextPause = timing.firstRetry();
    ready = true;
  }

  /** Whether the last thing that happened was a failure. */
  boolean isTroubled() {
    return troubled;
  }

  /**
   * Waits as long as the failure asks for.
   *
   * @return whether it is worth trying again
   */
  boolean bad(Reason reason, Duration retryAfter) throws InterruptedException {
    ready = false;
    if (reason == Reason.TOKEN) {
      LOG.error("telegram-stopped: Telegram refuses the token; see docs/telegram.md");
      return false;
    }
    if (!troubled) {
      LOG.warn("telegram-not-connected {}", reason);
    }
    troubled = true;
    return !waits.pause(pause(reason, retryAfter), closed);
  }

  private Duration pause(Reason reason, Duration retryAfter) {
    if (reason == Reason.FLOOD) {
      return retryAfter;
    }
    if (reason == Reason.OTHER_POLLER) {
      return timing.otherPoller();
    }
    Duration now = nextPause;
    Duration doubled = now.multipliedBy(2);
    nextPause = doubled.compareTo(timing.lastRetry()) > 0 ? timing.lastRetry() : doubled;
    return now;
  }

  boolean bad(ApiFailure failure) throws InterruptedException {
    return bad(failure.reason(), failure.retryAfter());
  }

  /** Storing an update failed. */
  boolean badInlet() throws InterruptedException {
    return bad(Reason.SERVER, Duration.ZERO);
  }

  void stopped() {
    ready = false;
  }

  /** Asks who the bot is. */
  Bot identify() throws ApiFailure, InterruptedException {
    JsonNode me = api.call(new GetMe());
    return new Bot(me.path("id").asLong(), me.path("username").asText(""));
  }
}
