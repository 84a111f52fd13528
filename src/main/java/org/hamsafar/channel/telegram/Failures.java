package org.hamsafar.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import org.hamsafar.channel.telegram.ApiFailure.Reason;

/** Reads Telegram's error answers. */
final class Failures {
  private Failures() {}

  /**
   * @param status of HTTP
   * @param body {@code {"ok":false,"error_code":…,"description":…,"parameters":{…}}}, or anything
   */
  static ApiFailure of(int status, JsonNode body) {
    if (!body.has("error_code") && status != 429) {
      // Not Telegram but a proxy: its 404 says nothing about the token.
      return new ApiFailure(Reason.SERVER);
    }
    int code = body.path("error_code").asInt(status);
    String description = body.path("description").asText("").toLowerCase(Locale.ROOT);
    JsonNode parameters = body.path("parameters");
    return switch (code) {
      case 401, 404 -> new ApiFailure(Reason.TOKEN);
      case 403 -> new ApiFailure(Reason.GONE);
      case 409 ->
          new ApiFailure(
              description.contains("webhook") ? Reason.WEBHOOK_SET : Reason.OTHER_POLLER);
      case 429 -> new ApiFailure(Reason.FLOOD, retryAfter(parameters), null);
      case 400 -> badRequest(description, parameters);
      default -> new ApiFailure(code >= 500 || code < 400 ? Reason.SERVER : Reason.REFUSED);
    };
  }

  private static Duration retryAfter(JsonNode parameters) {
    return Duration.ofSeconds(Math.max(1, parameters.path("retry_after").asLong(1)));
  }

  private static ApiFailure badRequest(String description, JsonNode parameters) {
    String moved = parameters.path("migrate_to_chat_id").asText("");
    if (!moved.isEmpty()) {
      return new ApiFailure(Reason.MOVED, Duration.ZERO, moved);
    }
    return new ApiFailure(badRequest(description));
  }

  private static Reason badRequest(String description) {
    if (description.contains("can't parse entities")) {
      return Reason.MARKUP;
    }
    if (description.contains("message is not modified")) {
      return Reason.UNCHANGED;
    }
    if (description.contains("message to edit not found")
        || description.contains("message can't be edited")
        || description.contains("message_id_invalid")) {
      return Reason.NOT_EDITABLE;
    }
    return description.contains("chat not found") ? Reason.GONE : Reason.REFUSED;
  }
}
