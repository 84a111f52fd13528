package org.hamsafar.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.hamsafar.channel.telegram.ApiFailure.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.GetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.GetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/**
 * Writes the bot's commands and descriptions in each language. Only what differs is written:
 * Telegram allows few changes of them in an hour.
 */
final class Profile {
  private static final Logger LOG = LoggerFactory.getLogger(Profile.class);
  private static final int COMMAND = 256;
  private static final int DESCRIPTION = 512;
  private static final int SHORT_DESCRIPTION = 120;
  private static final int TRIES = 3;

  private final BotApi api;
  private final Waits waits;
  private final CountDownLatch closed;

  Profile(BotApi api, Waits waits, CountDownLatch closed) {
    this.api = api;
    this.waits = waits;
    this.closed = closed;
  }

  /** Writes as much as Telegram takes; the bot works without. */
  void write(CommandTexts texts) throws InterruptedException {
    int failed = 0;
    for (CommandTexts.Texts language : texts.all()) {
      failed += write(language);
    }
    if (failed > 0) {
      LOG.warn("telegram-profile-not-written count={}", failed);
    }
  }

  private int write(CommandTexts.Texts texts) throws InterruptedException {
    @Nullable String language = texts.language().orElse(null);
    return update(
            GetMyCommands.builder().languageCode(language).build(),
            r -> commands(r).equals(commands(texts)),
            SetMyCommands.builder()
                .commands(commands(texts).stream().map(Profile::command).toList())
                .languageCode(language)
                .build())
        + update(
            GetMyDescription.builder().languageCode(language).build(),
            r -> r.path("description").asText("").equals(cut(texts.description(), DESCRIPTION)),
            SetMyDescription.builder()
                .description(cut(texts.description(), DESCRIPTION))
                .languageCode(language)
                .build())
        + update(
            GetMyShortDescription.builder().languageCode(language).build(),
            r ->
                r.path("short_description")
                    .asText("")
                    .equals(cut(texts.shortDescription(), SHORT_DESCRIPTION)),
            SetMyShortDescription.builder()
                .shortDescription(cut(texts.shortDescription(), SHORT_DESCRIPTION))
                .languageCode(language)
                .build());
  }

  private int update(
      PartialBotApiMethod<?> get,
      java.util.function.Predicate<JsonNode> same,
      PartialBotApiMethod<?> set)
      throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      try {
        if (!same.test(api.call(get))) {
          api.call(set);
        }
        return 0;
      } catch (ApiFailure e) {
        if (e.reason() != Reason.FLOOD || waits.pause(e.retryAfter(), closed)) {
          return 1;
        }
      }
    }
    return 1;
  }

  private static List<CommandTexts.Named> commands(CommandTexts.Texts texts) {
    return texts.commands().stream()
        .map(c -> new CommandTexts.Named(c.command(), cut(c.description(), COMMAND)))
        .toList();
  }

  private static List<CommandTexts.Named> commands(JsonNode result) {
    List<CommandTexts.Named> commands = new ArrayList<>();
    result.forEach(c ->
        commands.add(
            new CommandTexts.Named(c.path("command").asText(), c.path("description").asText())));
    return commands;
  }

  private static BotCommand command(CommandTexts.Named named) {
    return new BotCommand(named.command(), named.description());
  }

  private static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, limit - 1)));
  }
}
