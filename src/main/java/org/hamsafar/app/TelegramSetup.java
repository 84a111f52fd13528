package org.hamsafar.app;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hamsafar.channel.Channel;
import org.hamsafar.channel.telegram.TelegramChannel;
import org.hamsafar.channel.telegram.TelegramSettings;
import org.hamsafar.channel.telegram.Waits;
import org.hamsafar.knowledge.Language;

/** Wires the Telegram channel. */
public final class TelegramSetup {
  private TelegramSetup() {}

  /**
   * The channel.
   *
   * @param server an own Bot API server; empty for Telegram's
   * @param webhook where Telegram brings updates; empty to poll for them
   * @throws IllegalArgumentException if token, address or secret does not look like one
   */
  public static Channel channel(
      Core core, String token, Optional<URI> server, Optional<TelegramSettings.Webhook> webhook) {
    return telegram(core, token, server, webhook);
  }

  /** What is wrong with token, webhook and commands; changes nothing. */
  public static List<TelegramChannel.Problem> check(
      Core core, String token, Optional<URI> server, Optional<TelegramSettings.Webhook> webhook)
      throws InterruptedException {
    try (TelegramChannel channel = telegram(core, token, server, webhook)) {
      return channel.check();
    }
  }

  private static TelegramChannel telegram(
      Core core, String token, Optional<URI> server, Optional<TelegramSettings.Webhook> webhook) {
    TelegramSettings settings =
        new TelegramSettings(
            token,
            server.orElse(TelegramSettings.PUBLIC_SERVER),
            webhook.isPresent() ? webhook.get() : new TelegramSettings.Polling(),
            TelegramSettings.Timing.USUAL);
    TelegramTexts texts =
        new TelegramTexts(
            core.catalogue(),
            core.knowledge().languages().values().stream()
                .filter(Language::offered)
                .map(Language::tag)
                .collect(Collectors.toUnmodifiableSet()));
    return new TelegramChannel(
        settings,
        Waits.real(System::nanoTime),
        Optional.of(texts),
        Optional.of(new TelegramInline(core)),
        core.recordings());
  }
}
