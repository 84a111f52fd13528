package org.hamsafar.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hamsafar.channel.telegram.ApiFailure.Reason;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;

/** Calls methods of the Bot API. One call, one request: it never tries again by itself. */
final class BotApi implements AutoCloseable {
  /** A hundred updates of the greatest size are less. */
  private static final int BODY_LIMIT = 128 << 20;

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration UPLOAD = Duration.ofSeconds(20);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http;
  private final String prefix;
  private final Duration answer;

  BotApi(TelegramSettings settings) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    String base = settings.baseUrl().toString();
    this.prefix = (base.endsWith("/") ? base : base + "/") + "bot" + settings.token() + "/";
    this.answer = settings.timing().answer();
  }

  /** Calls a method that answers at once. */
  JsonNode call(PartialBotApiMethod<?> method) throws ApiFailure, InterruptedException {
    return call(method, Duration.ZERO);
  }

  /**
   * Calls a method.
   *
   * @param held how long Telegram may hold it open
   * @return the {@code result}
   */
  JsonNode call(PartialBotApiMethod<?> method, Duration held)
      throws ApiFailure, InterruptedException {
    ObjectNode body = json.valueToTree(method);
    body.remove("method");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(prefix + method.getMethod()))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(body)))
            .build();
    return read(exchange(request, answer.plus(held)));
  }

  /** Calls a method with a form, which may carry a voice note. */
  JsonNode upload(String method, Map<String, String> fields, Optional<byte[]> voice)
      throws ApiFailure, InterruptedException {
    Multipart form = new Multipart(fields, voice);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(prefix + method))
            .header("Content-Type", form.contentType())
            .POST(HttpRequest.BodyPublishers.ofByteArray(form.body()))
            .build();
    return read(exchange(request, answer.plus(UPLOAD)));
  }

  private byte[] bytes(JsonNode body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new IllegalStateException("a tree in memory can always be written", e);
    }
  }

  /** The limit covers the body too, which {@link HttpRequest#timeout()} does not. */
  private HttpResponse<byte[]> exchange(HttpRequest request, Duration limit)
      throws ApiFailure, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> response;
    try {
      response =
          http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), BODY_LIMIT));
    } catch (IllegalStateException closed) {
      throw new ApiFailure(Reason.NETWORK);
    }
    try {
      return response.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // The cause is left out: it may name the address, and the token is part of that.
      throw new ApiFailure(Reason.NETWORK);
    } finally {
      response.cancel(true);
    }
  }

  private JsonNode read(HttpResponse<byte[]> response) throws ApiFailure {
    JsonNode body;
    try {
      body = json.readTree(response.body());
    } catch (IOException e) {
      throw response.statusCode() == 200
          ? new ApiFailure(Reason.NETWORK)
          : Failures.of(response.statusCode(), json.createObjectNode());
    }
    if (response.statusCode() != 200 || !body.path("ok").asBoolean()) {
      throw Failures.of(response.statusCode(), body);
    }
    return body.path("result");
  }

  /** Lets running calls end for a moment, then cuts them off. */
  @Override
  public void close() {
    http.shutdown();
    boolean ended = false;
    try {
      ended = http.awaitTermination(LAST_WORDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      http.shutdownNow();
    }
  }
}
