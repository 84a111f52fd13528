package org.hamsafar.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.hamsafar.channel.telegram.TelegramChannel.Problem;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;

/** Looks at token, webhook and commands without changing anything. */
final class Doctor {
  /** More waiting updates than this mean that nobody takes them. */
  private static final int MANY = 500;

  private final BotApi api;
  private final TelegramSettings.Receiving receiving;

  Doctor(BotApi api, TelegramSettings.Receiving receiving) {
    this.api = api;
    this.receiving = receiving;
  }

  List<Problem> check() throws InterruptedException {
    List<Problem> problems = new ArrayList<>();
    try {
      me(api.call(new GetMe()), problems);
      webhook(api.call(new GetWebhookInfo()), problems);
      if (api.call(new GetMyCommands()).isEmpty()) {
        problems.add(
            new Problem("the bot has no commands yet", "they are registered by the first start"));
      }
    } catch (ApiFailure e) {
      problems.add(failed(e));
    }
    return problems;
  }

  private static Problem failed(ApiFailure e) {
    return switch (e.reason()) {
      case TOKEN ->
          new Problem(
              "Telegram refuses the token", "take a new one from @BotFather: /mybots, API Token");
      case NETWORK ->
          new Problem(
              "Telegram cannot be reached",
              "check the network, the proxy and the address of the Bot API server");
      default ->
          new Problem("Telegram does not answer as it should: " + e.reason(), "try again later");
    };
  }

  private static void me(JsonNode me, List<Problem> problems) {
    if (me.path("username").asText("").isEmpty()) {
      problems.add(
          new Problem(
              "the bot has no user name", "the address is hardly that of a Bot API server"));
    }
    if (me.path("can_read_all_group_messages").asBoolean()) {
      problems.add(
          new Problem(
              "privacy mode is off: Telegram hands the bot every message of its groups",
              "@BotFather: /setprivacy, Enable; then add the bot to its groups again"));
    }
  }

  private void webhook(JsonNode info, List<Problem> problems) {
    String url = info.path("url").asText("");
    switch (receiving) {
      case TelegramSettings.Polling _ -> {
        if (!url.isEmpty()) {
          problems.add(
              new Problem(
                  "a webhook is set, but the bot is configured to poll",
                  "the bot removes it when it starts; make sure that no other program uses the token"));
        }
      }
      case TelegramSettings.Webhook w -> {
        if (!url.equals(w.publicUrl().toString())) {
          problems.add(
              new Problem(
                  "Telegram does not have the configured webhook",
                  "the bot sets it when it starts; if it runs, another program has taken the token"));
        } else if (info.has("last_error_date") && info.path("pending_update_count").asInt() > 0) {
          problems.add(
              new Problem(
                  "Telegram could not deliver to the webhook",
                  "check that the proxy passes requests on and that its certificate is valid"));
        }
      }
    }
    if (info.path("pending_update_count").asInt() > MANY) {
      problems.add(
          new Problem("more than " + MANY + " updates are waiting", "is the bot running?"));
    }
  }
}
