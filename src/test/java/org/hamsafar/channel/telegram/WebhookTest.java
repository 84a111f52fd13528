package org.hamsafar.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The endpoint that Telegram calls. */
class WebhookTest {
  private final Rig rig;
  private final HttpClient http = HttpClient.newHttpClient();

  WebhookTest() throws IOException {
    rig = new Rig(Rig.webhook(), Optional.empty(), Optional.empty());
  }

  @BeforeEach
  void start() throws InterruptedException {
    rig.server.fail("setWebhook", FaultServer.error(502, "Bad Gateway"));
    rig.start();
    Await.until("ready", rig.channel::isReady);
  }

  @AfterEach
  void close() {
    http.close();
    rig.close();
  }

  private HttpRequest.Builder request(String path) {
    int port = rig.channel.webhookPort().orElseThrow();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header(WebhookEndpoint.SECRET_HEADER, Rig.SECRET);
  }

  private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private int post(String body) throws IOException, InterruptedException {
    return status(request("/telegram").POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void registersItself() {
    var body = rig.server.calls("setWebhook").getLast().body();
    assertThat(body.path("url").asText()).isEqualTo("https://bot.example.org/telegram");
    assertThat(body.path("secret_token").asText()).isEqualTo(Rig.SECRET);
    assertThat(body.path("allowed_updates").size()).isEqualTo(UpdateReader.KINDS.size());
  }

  @Test
  void takesUpdates() throws Exception {
    assertThat(post(Updates.message(1, 17, "a").toString())).isEqualTo(200);
    assertThat(post(Updates.message(1, 17, "a").toString())).isEqualTo(200);
    assertThat(post("{\"update_id\":2,\"brain_wave\":1}")).isEqualTo(200);
    assertThat(rig.inlet.texts()).containsExactly("a");
  }

  @Test
  void answersOnlyWhenStored() throws Exception {
    CompletableFuture<Void> pending = new CompletableFuture<>();
    rig.inlet.storing(_ -> pending);
    HttpRequest post =
        request("/telegram")
            .POST(HttpRequest.BodyPublishers.ofString(Updates.message(1, 17, "a").toString()))
            .build();
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(post, HttpResponse.BodyHandlers.discarding());
    Await.until("offered", () -> rig.inlet.offered().size() == 1);
    assertThat(answer.isDone()).isFalse();
    pending.complete(null);
    assertThat(answer.get().statusCode()).isEqualTo(200);
    rig.inlet.storing(_ -> CompletableFuture.failedFuture(new IOException("disk full")));
    assertThat(post(Updates.message(2, 17, "b").toString())).isEqualTo(503);
    rig.inlet.storing(rig.inlet::keep);
    assertThat(post(Updates.message(2, 17, "b").toString())).isEqualTo(200);
  }

  @Test
  void refusesStrangers() throws Exception {
    HttpRequest.BodyPublisher body =
        HttpRequest.BodyPublishers.ofString(Updates.message(1, 17, "a").toString());
    for (String secret : new String[] {"", "wrong", Rig.SECRET + "x"}) {
      HttpRequest.Builder request =
          request("/telegram").setHeader(WebhookEndpoint.SECRET_HEADER, secret).POST(body);
      assertThat(status(request)).isEqualTo(401);
    }
    assertThat(status(request("/telegram").GET())).isEqualTo(405);
    assertThat(status(request("/telegram/x").POST(body))).isEqualTo(404);
    assertThat(status(request("/").POST(body))).isEqualTo(404);
    assertThat(rig.inlet.offered()).isEmpty();
  }

  @Test
  void refusesWhatIsNoUpdateOrTooBig() throws Exception {
    assertThat(post("")).isEqualTo(400);
    assertThat(post("{not json")).isEqualTo(400);
    assertThat(post("[1]")).isEqualTo(400);
    assertThat(post("{\"update_id\":\"1\"}")).isEqualTo(400);
    assertThat(post("[".repeat(100_000))).isEqualTo(400);
    assertThat(post(Updates.message(1, 17, "ب".repeat(1 << 19)).toString())).isEqualTo(200);
  }

  @Test
  void doesNotReadMoreThanItsLimit() throws Exception {
    byte[] large = new byte[WebhookEndpoint.BODY_LIMIT + 1];
    assertThat(status(request("/telegram").POST(HttpRequest.BodyPublishers.ofByteArray(large))))
        .isEqualTo(413);
    HttpRequest.BodyPublisher chunked =
        HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
    assertThat(status(request("/telegram").POST(chunked))).isEqualTo(413);
    assertThat(post(Updates.message(1, 17, "after").toString())).isEqualTo(200);
  }

  @Test
  void stopsInTime() {
    long start = System.nanoTime();
    rig.channel.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThatThrownBy(() -> post("{}")).isInstanceOf(IOException.class);
  }

  @Test
  void leavesNothingThatKeepsTheProgramAlive() throws Exception {
    post(Updates.message(1, 17, "a").toString());
    rig.close();
    Await.until(
        "no thread left",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(t -> !t.isDaemon() && t.getName().startsWith("HTTP")));
  }

  @Test
  void theSecretMustBeOne() {
    InetSocketAddress listen = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    URI url = URI.create("https://bot.example.org/");
    assertThatThrownBy(() -> new TelegramSettings.Webhook(url, "short", listen))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("short or");
    assertThat(Rig.webhook().toString()).doesNotContain(Rig.SECRET);
  }
}
