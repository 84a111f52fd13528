package org.hamsafar.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A Telegram that keeps updates until they are confirmed, and misbehaves as it is told. */
final class FaultServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, Deque<Fault>> faults = new HashMap<>();
  private final List<JsonNode> updates = new ArrayList<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, JsonNode> results = new HashMap<>();
  private final LongSupplier clock;
  private boolean shuffled;
  private int nextMessage = 500;

  /** What goes wrong once. */
  sealed interface Fault {}

  /** An answer of Telegram's own. */
  record Answer(int status, String body) implements Fault {}

  /** No answer until the server is closed. */
  record BlackHole() implements Fault {}

  /** The request is carried out, then the connection ends. */
  record CutAfter() implements Fault {}

  /**
   * A request.
   *
   * @param nanos of the clock given to the server
   */
  record Call(String path, String method, JsonNode body, long nanos) {}

  FaultServer(LongSupplier clock) throws IOException {
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  FaultServer() throws IOException {
    this(System::nanoTime);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prefix");
  }

  synchronized void fail(String method, Fault fault) {
    faults.computeIfAbsent(method.toLowerCase(Locale.ROOT), _ -> new ArrayDeque<>()).add(fault);
  }

  static Answer error(int code, String description) {
    return new Answer(
        code,
        "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description));
  }

  static Answer flood(int seconds) {
    return new Answer(
        429,
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\",\"parameters\":{\"retry_after\":%d}}"
            .formatted(seconds));
  }

  synchronized void deliver(JsonNode update) {
    updates.add(update);
    notifyAll();
  }

  /** Delivers the newest first from now on. */
  synchronized void shuffle() {
    shuffled = true;
  }

  /** Updates that were not confirmed. */
  synchronized int waiting() {
    return updates.size();
  }

  synchronized void result(String method, String json) {
    results.put(method.toLowerCase(Locale.ROOT), Updates.json(json));
  }

  List<Call> calls(String method) {
    return calls.stream().filter(c -> c.method().equalsIgnoreCase(method)).toList();
  }

  List<String> sentTexts() {
    return calls("sendMessage").stream().map(c -> c.body().path("text").asText()).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      // The names of methods mean the same in capitals.
      String method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      JsonNode body = body(exchange);
      calls.add(new Call(path, method, body, clock.getAsLong()));
      switch (next(method)) {
        case null -> respond(exchange, 200, ok(result(method, body)));
        case Answer a -> respond(exchange, a.status(), a.body());
        case BlackHole _ -> closed.await();
        case CutAfter _ -> result(method, body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    return String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")).contains("json")
        ? JSON.readTree(bytes)
        : JSON.createObjectNode().put("form", new String(bytes, UTF_8));
  }

  private synchronized @Nullable Fault next(String method) {
    Deque<Fault> waiting = faults.get(method);
    return waiting == null ? null : waiting.poll();
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String ok(JsonNode result) {
    ObjectNode node = JSON.createObjectNode().put("ok", true);
    node.set("result", result);
    return node.toString();
  }

  private synchronized JsonNode result(String method, JsonNode body) throws InterruptedException {
    JsonNode fixed = results.get(method);
    if (fixed != null) {
      return fixed;
    }
    return switch (method) {
      case "getme" ->
          Updates.json(
              "{'id':%d,'is_bot':true,'username':'%s'}".formatted(Updates.BOT, Updates.USERNAME));
      case "getupdates" -> poll(body);
      case "sendmessage" -> JSON.createObjectNode().put("message_id", nextMessage++);
      case "editmessagetext" ->
          JSON.createObjectNode().put("message_id", body.path("message_id").asInt());
      case "getmycommands" -> JSON.createArrayNode();
      case "getmydescription", "getmyshortdescription", "getwebhookinfo" -> JSON.createObjectNode();
      default -> JSON.getNodeFactory().booleanNode(true);
    };
  }

  private synchronized JsonNode poll(JsonNode body) throws InterruptedException {
    long offset = body.path("offset").asLong();
    updates.removeIf(u -> u.path("update_id").asLong() < offset);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(body.path("timeout").asLong());
    while (updates.isEmpty() && closed.getCount() > 0 && System.nanoTime() < end) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.min(50_000_000, end - System.nanoTime()));
    }
    List<JsonNode> batch =
        new ArrayList<>(updates.subList(0, Math.min(updates.size(), body.path("limit").asInt())));
    ArrayNode result = JSON.createArrayNode();
    (shuffled ? batch.reversed() : batch).forEach(result::add);
    return result;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
