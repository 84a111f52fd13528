package org.hamsafar.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.hamsafar.channel.telegram.ApiFailure.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/**
 * Asks for updates until it is stopped. An update is confirmed only by asking for what comes after
 * it, and that is asked only when it was stored.
 */
final class Poller {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final int AT_ONCE = 100;

  private final BotApi api;
  private final Link link;
  private final TelegramSettings.Timing timing;
  private final Function<Bot, Dispatcher> dispatchers;
  private long offset;
  private long told;

  Poller(
      BotApi api,
      Link link,
      TelegramSettings.Timing timing,
      Function<Bot, Dispatcher> dispatchers) {
    this.api = api;
    this.link = link;
    this.timing = timing;
    this.dispatchers = dispatchers;
  }

  /** Returns when the channel is closed or the token is refused. */
  void run() throws InterruptedException {
    try {
      boolean worthwhile = true;
      Dispatcher dispatcher = null;
      while (worthwhile && !link.isClosed()) {
        try {
          if (dispatcher == null) {
            dispatcher = dispatchers.apply(link.identify());
          }
          worthwhile = poll(dispatcher);
        } catch (ApiFailure e) {
          worthwhile = recover(e);
        } catch (RuntimeException e) {
          LOG.error("telegram-poll-failed {}", e.getClass().getName());
          worthwhile = link.badInlet();
        }
      }
    } finally {
      link.stopped();
    }
  }

  private boolean poll(Dispatcher dispatcher) throws ApiFailure, InterruptedException {
    // The first question after a failure is not held open: it shows at once that all is well.
    Duration held = link.isReady() ? timing.poll() : Duration.ZERO;
    long asked = offset;
    JsonNode updates = api.call(request(AT_ONCE, held), held);
    told = asked;
    Batch batch = new Batch(dispatcher::accept, timing.inlet(), offset);
    boolean stored;
    try {
      stored = batch.store(sorted(updates, dispatcher));
    } finally {
      offset = batch.confirmed();
    }
    if (!stored) {
      return link.badInlet();
    }
    link.good();
    return true;
  }

  private GetUpdates request(int limit, Duration held) {
    return GetUpdates.builder()
        .offset(Math.toIntExact(offset))
        .limit(limit)
        .timeout(Math.toIntExact(held.toSeconds()))
        .allowedUpdates(UpdateReader.KINDS)
        .build();
  }

  private static List<Incoming> sorted(JsonNode updates, Dispatcher dispatcher) {
    List<JsonNode> list = new ArrayList<>();
    updates.forEach(list::add);
    return list.stream()
        .filter(u -> u.path("update_id").canConvertToInt())
        .sorted(Comparator.comparingLong(u -> u.path("update_id").asLong()))
        .map(dispatcher::read)
        .toList();
  }

  /** A webhook that was set before is taken away: who configures polling wants to poll. */
  private boolean recover(ApiFailure failure) throws InterruptedException {
    boolean worthwhile = link.bad(failure);
    if (worthwhile && failure.reason() == Reason.WEBHOOK_SET) {
      try {
        api.call(new DeleteWebhook());
      } catch (ApiFailure e) {
        return link.bad(e);
      }
    }
    return worthwhile;
  }

  /** Confirms what was stored last, so that it does not come again after the next start. */
  void confirm() throws InterruptedException {
    if (offset > told) {
      try {
        api.call(request(1, Duration.ZERO));
      } catch (ApiFailure e) {
        // It will come again and be known by its key.
        told = offset;
      }
    }
  }
}
