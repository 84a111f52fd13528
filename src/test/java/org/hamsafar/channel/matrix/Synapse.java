package org.hamsafar.channel.matrix;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;

/** A homeserver of its own process on a loopback port. */
final class Synapse implements AutoCloseable {
  private static final Path PEERS = Path.of("src/test/peers/matrix");
  static final String PASSWORD = "correct horse battery staple";

  private final String name;
  private final int port;
  private final Map<String, String> environment;
  private final AtomicReference<Optional<Process>> process =
      new AtomicReference<>(Optional.empty());
  private final HttpClient http = HttpClient.newHttpClient();

  private Synapse(String name, int port, Map<String, String> environment) {
    this.name = name;
    this.port = port;
    this.environment = environment;
  }

  /** Starts it, or skips the test and says why; where CI=true it has to be there. */
  static Synapse start(Map<String, String> environment) throws IOException, InterruptedException {
    if (!isInstalled() || !Files.isDirectory(PEERS.resolve("node_modules/matrix-js-sdk"))) {
      String missing =
          "SKIPPED: Synapse or matrix-js-sdk is not installed; run src/test/peers/install.sh";
      if ("true".equals(System.getenv("CI"))) {
        fail(missing);
      }
      Assumptions.abort(missing);
    }
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Synapse synapse =
        new Synapse("test-" + ProcessHandle.current().pid() + "-" + port, port, environment);
    synapse.up();
    return synapse;
  }

  private static boolean isInstalled() {
    Path cache =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".cache"));
    return Files.exists(cache.resolve("hamsafar/synapse/ready"))
        || Optional.ofNullable(System.getenv("PATH")).stream()
            .flatMap(p -> java.util.Arrays.stream(p.split(":", -1)))
            .anyMatch(p -> Files.isExecutable(Path.of(p, "synapse_homeserver")));
  }

  /** Starts it again where it left off. */
  void up() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(PEERS.resolve("synapse.sh").toString(), "" + port, name)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    process.set(Optional.of(builder.start()));
    Await.until("Synapse is up", this::answers);
  }

  private boolean answers() {
    try {
      return !get("/_matrix/client/versions", "").path("versions").isEmpty();
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void kill() throws InterruptedException {
    Optional<Process> running = process.getAndSet(Optional.empty());
    if (running.isPresent()) {
      running.get().destroyForcibly().waitFor();
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Makes an account and a token for it. */
  String register(String user) throws IOException, InterruptedException {
    ObjectNode body = Homeserver.object().put("username", user).put("password", PASSWORD);
    body.putObject("auth").put("type", "m.login.dummy");
    JsonNode made =
        send(
            request("/_matrix/client/v3/register", "")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    if (!made.has("access_token")) {
      throw new IOException(made.toString());
    }
    return made.path("access_token").asText();
  }

  JsonNode get(String path, String token) throws IOException, InterruptedException {
    return send(request(path, token).GET().build());
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url().resolve(path)).header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    return Homeserver.JSON.readTree(
        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  @Override
  public void close() throws IOException {
    try {
      kill();
      new ProcessBuilder(PEERS.resolve("synapse.sh").toString(), "erase", name).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.close();
  }
}
