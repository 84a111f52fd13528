package org.hamsafar.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.hamsafar.channel.Channel.Inlet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/** Hands on what an update asks for. */
final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /** Inline questions come with every letter typed; those beyond this go unanswered. */
  private static final int INLINE_AT_ONCE = 8;

  private final UpdateReader reader;
  private final Inlet inlet;
  private final BotApi api;
  private final Optional<InlineResponder> inline;
  private final Executor aside;
  private final Semaphore inlinePlaces = new Semaphore(INLINE_AT_ONCE);

  /**
   * @param aside runs what nobody waits for
   */
  Dispatcher(
      UpdateReader reader,
      Inlet inlet,
      BotApi api,
      Optional<InlineResponder> inline,
      Executor aside) {
    this.reader = reader;
    this.inlet = inlet;
    this.api = api;
    this.inline = inline;
    this.aside = aside;
  }

  /** An update that cannot be read is passed over: it would never become readable. */
  Incoming read(JsonNode update) {
    try {
      return reader.read(update);
    } catch (RuntimeException e) {
      LOG.error("telegram-update-unreadable {}", e.getClass().getName());
      return Incoming.nothing(update.path("update_id").asLong());
    }
  }

  /** The result fails if the update has to come again. */
  CompletableFuture<Void> accept(Incoming incoming) {
    incoming.callback().ifPresent(id -> aside.execute(() -> acknowledge(id)));
    incoming.inline().ifPresent(this::answerInline);
    if (incoming.message().isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    try {
      return inlet.receive(incoming.message().get());
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Takes the waiting sign off the button. Too late is as good as not at all. */
  private void acknowledge(String callback) {
    try {
      api.call(AnswerCallbackQuery.builder().callbackQueryId(callback).build());
    } catch (ApiFailure e) {
      LOG.debug("telegram-callback-not-acknowledged {}", e.reason());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answerInline(Incoming.InlineQuestion question) {
    if (inline.isEmpty() || !inlinePlaces.tryAcquire()) {
      return;
    }
    InlineResponder responder = inline.get();
    aside.execute(() -> {
      try {
        responder.answer(question);
      } finally {
        inlinePlaces.release();
      }
    });
  }
}
