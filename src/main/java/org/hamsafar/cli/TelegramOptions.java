package org.hamsafar.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.channel.telegram.TelegramSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which bot on Telegram, and where Telegram is. */
final class TelegramOptions {
  static final String TOKEN = "HAMSAFAR_TELEGRAM_TOKEN";

  @Option(
      names = "--telegram-token-file",
      paramLabel = "FILE",
      description = "file that holds the bot's token and nothing else")
  private @Nullable Path tokenFile;

  @Option(
      names = "--telegram-server",
      paramLabel = "URL",
      description = "address of an own Bot API server")
  private @Nullable URI server;

  @Mixin private TelegramWebhook webhook = new TelegramWebhook();

  /** The token of the file or, without one, of the environment. */
  Optional<String> token(Map<String, String> environment) throws IOException {
    return Optional.of(tokenFile == null ? environment.getOrDefault(TOKEN, "") : read(tokenFile))
        .map(String::strip)
        .filter(token -> !token.isEmpty());
  }

  private static String read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new UserException("The token file '%s' cannot be read.".formatted(file));
    }
    return Files.readString(file);
  }

  /** An own server; empty for Telegram's. */
  Optional<URI> server() {
    return Optional.ofNullable(server);
  }

  /** The webhook to serve; empty if the bot polls. */
  Optional<TelegramSettings.Webhook> webhook(Map<String, String> environment) {
    return webhook.settings(environment);
  }
}
