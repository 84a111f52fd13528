package org.hamsafar.channel.telegram;

import java.util.function.Function;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/** Tells Telegram where to bring updates. */
final class WebhookRunner {
  private final BotApi api;
  private final Link link;
  private final TelegramSettings.Webhook webhook;
  private final WebhookEndpoint endpoint;
  private final Function<Bot, Dispatcher> dispatchers;

  WebhookRunner(
      BotApi api,
      Link link,
      TelegramSettings.Webhook webhook,
      WebhookEndpoint endpoint,
      Function<Bot, Dispatcher> dispatchers) {
    this.api = api;
    this.link = link;
    this.webhook = webhook;
    this.endpoint = endpoint;
    this.dispatchers = dispatchers;
  }

  /** Returns when Telegram knows, the channel is closed, or the token is refused. */
  void run() throws InterruptedException {
    boolean worthwhile = true;
    while (worthwhile && !link.isClosed() && !link.isReady()) {
      try {
        endpoint.open(dispatchers.apply(link.identify()));
        api.call(
            SetWebhook.builder()
                .url(webhook.publicUrl().toString())
                .secretToken(webhook.secret())
                .allowedUpdates(UpdateReader.KINDS)
                .build());
        link.good();
      } catch (ApiFailure e) {
        worthwhile = link.bad(e);
      }
    }
  }
}
