package org.hamsafar.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.channel.telegram.TelegramSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for those who let Telegram bring updates instead of polling for them. */
final class TelegramWebhook {
  static final String SECRET = "HAMSAFAR_TELEGRAM_WEBHOOK_SECRET";

  @Option(
      names = "--telegram-webhook-url",
      paramLabel = "URL",
      description =
          "public https address that Telegram calls; without it the bot polls. The secret comes from HAMSAFAR_TELEGRAM_WEBHOOK_SECRET or a file")
  private @Nullable URI url;

  @Option(
      names = "--telegram-webhook-listen",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:8081",
      description = "where the bot listens for the proxy (default: ${DEFAULT-VALUE})")
  private String listen = "127.0.0.1:8081";

  @Option(
      names = "--telegram-webhook-secret-file",
      paramLabel = "FILE",
      description = "file that holds 16 to 256 of A-Z a-z 0-9 _ - and nothing else")
  private @Nullable Path secretFile;

  /** The webhook to serve; empty if the bot polls. */
  Optional<TelegramSettings.Webhook> settings(Map<String, String> environment) {
    return url == null
        ? Optional.empty()
        : Optional.of(new TelegramSettings.Webhook(url, secret(environment), address()));
  }

  private String secret(Map<String, String> environment) {
    try {
      return secretFile == null
          ? environment.getOrDefault(SECRET, "").strip()
          : Files.readString(secretFile).strip();
    } catch (IOException e) {
      throw new UserException("The secret file '%s' cannot be read.".formatted(secretFile));
    }
  }

  private InetSocketAddress address() {
    int colon = listen.lastIndexOf(':');
    try {
      return new InetSocketAddress(
          listen.substring(0, Math.max(0, colon)), Integer.parseInt(listen.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw new UserException("--telegram-webhook-listen must look like 127.0.0.1:8081.");
    }
  }
}
