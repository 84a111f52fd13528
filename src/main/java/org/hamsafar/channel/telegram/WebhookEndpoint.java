package org.hamsafar.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Where Telegram brings updates. Answers 200 only when the update was stored; otherwise Telegram
 * brings it again. 400: no update; 401: the secret is missing or wrong; 404, 405: not for this;
 * 413: more than {@value #BODY_LIMIT} bytes; 503: not stored, or not ready yet.
 */
final class WebhookEndpoint implements AutoCloseable {
  /** The header in which Telegram sends the secret. */
  static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

  /** Real updates stay far below. */
  static final int BODY_LIMIT = 2 << 20;

  private final ObjectMapper json = new ObjectMapper();
  private final byte[] secret;
  private final Duration limit;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile @Nullable Dispatcher dispatcher;

  /**
   * Listens at once; answers 503 until {@link #open}.
   *
   * @param limit for storing one update
   * @throws UncheckedIOException if the port is taken
   */
  WebhookEndpoint(TelegramSettings.Webhook webhook, Duration limit) {
    this.secret = webhook.secret().getBytes(UTF_8);
    this.limit = limit;
    try {
      this.server = HttpServer.create(webhook.listen(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("the webhook's port cannot be used", e);
    }
    server.setExecutor(threads);
    String path = webhook.publicUrl().getPath();
    server.createContext(path == null || path.isEmpty() ? "/" : path, this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void open(Dispatcher to) {
    dispatcher = to;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status = status(exchange);
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private int status(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals(exchange.getHttpContext().getPath())) {
      return 404;
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return 405;
    }
    if (!isSecret(exchange.getRequestHeaders().getFirst(SECRET_HEADER))) {
      return 401;
    }
    Optional<byte[]> body = body(exchange);
    return body.isEmpty() ? 413 : status(body.get());
  }

  private int status(byte[] body) {
    Dispatcher to = dispatcher;
    if (to == null) {
      return 503;
    }
    JsonNode update;
    try {
      update = json.readTree(body);
    } catch (IOException e) {
      return 400;
    }
    if (!update.path("update_id").canConvertToInt()) {
      return 400;
    }
    return isStored(to.accept(to.read(update))) ? 200 : 503;
  }

  /** Takes the same time whatever is wrong with it. */
  private boolean isSecret(@Nullable String given) {
    return MessageDigest.isEqual(secret, (given == null ? "" : given).getBytes(UTF_8));
  }

  private static Optional<byte[]> body(HttpExchange exchange) throws IOException {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    try (InputStream in = exchange.getRequestBody()) {
      if (length != null && (length.length() > 9 || Integer.parseInt(length) > BODY_LIMIT)) {
        drop(in);
        return Optional.empty();
      }
      byte[] body = in.readNBytes(BODY_LIMIT + 1);
      return body.length > BODY_LIMIT ? Optional.empty() : Optional.of(body);
    }
  }

  /** Most senders hear an answer only when they have sent all; what is much too long is cut off. */
  private static void drop(InputStream in) throws IOException {
    long left = BODY_LIMIT;
    for (long dropped = in.skip(left); dropped > 0 && left > 0; dropped = in.skip(left)) {
      left -= dropped;
    }
  }

  private boolean isStored(CompletableFuture<Void> stored) {
    try {
      stored.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (ExecutionException | TimeoutException | java.util.concurrent.CancellationException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Lets running requests end for two seconds. */
  @Override
  public void close() {
    server.stop(2);
    threads.shutdownNow();
  }
}
