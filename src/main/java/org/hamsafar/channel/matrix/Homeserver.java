package org.hamsafar.channel.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hamsafar.channel.matrix.MatrixException.Reason;

/** The requests of the client-server API that need no encryption. */
final class Homeserver implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String CLIENT = "/_matrix/client/v3/";

  private final URI server;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Homeserver(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  /** A path below {@code /_matrix/client/v3/}; every segment is escaped. */
  static String path(String... segments) {
    return Arrays.stream(segments).map(Homeserver::escape).collect(Collectors.joining("/"));
  }

  static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  JsonNode get(String path) throws MatrixException, InterruptedException {
    return send(request(path).GET().build());
  }

  JsonNode put(String path, JsonNode body) throws MatrixException, InterruptedException {
    return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body.toString())).build());
  }

  JsonNode post(String path, JsonNode body) throws MatrixException, InterruptedException {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body.toString())).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + CLIENT + path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private JsonNode send(HttpRequest request) throws MatrixException, InterruptedException {
    HttpResponse<String> response;
    try {
      response = http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new MatrixException(Reason.NETWORK, e.getClass().getSimpleName(), Optional.empty());
    }
    JsonNode body = read(response.body());
    if (response.statusCode() / 100 != 2) {
      throw failure(response.statusCode(), body);
    }
    return body;
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private static MatrixException failure(int status, JsonNode body) {
    String code = body.path("errcode").asText("");
    Reason reason =
        switch (status) {
          case 401 -> Reason.TOKEN;
          case 403 -> Reason.FORBIDDEN;
          case 404 -> Reason.NOT_FOUND;
          case 429 -> Reason.LIMIT;
          default -> status >= 500 || status == 408 ? Reason.NETWORK : Reason.REFUSED;
        };
    Optional<Duration> wait =
        reason == Reason.LIMIT
            ? Optional.of(Duration.ofMillis(body.path("retry_after_ms").asLong(5_000)))
            : Optional.empty();
    return new MatrixException(reason, status + " " + code.replaceAll("[^A-Z_]", ""), wait);
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  @Override
  public void close() {
    http.close();
  }
}
