package org.hamsafar.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hamsafar.Canaries;
import org.junit.jupiter.api.Assumptions;

/** A Telegram server of its own process, and the people who write to it. */
final class Emulator implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("src/test/peers/telegram");

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;

  /** What the bot has shown in a chat; an edited message as it is now. */
  record Shown(long chat, int id, String text, List<String> payloads, long millis) {}

  private Emulator(Process process, int port) {
    this.process = process;
    this.url = URI.create("http://127.0.0.1:" + port);
  }

  /** Starts it, or skips the test and says why; where CI=true it has to be there. */
  static Emulator start() throws IOException {
    if (!Files.isDirectory(FOLDER.resolve("node_modules/telegram-test-api"))) {
      String missing = "SKIPPED: telegram-test-api is not installed; run src/test/peers/install.sh";
      if ("true".equals(System.getenv("CI"))) {
        fail(missing);
      }
      Assumptions.abort(missing);
    }
    Process process =
        new ProcessBuilder("node", "server.js", "" + Updates.BOT, Updates.USERNAME)
            .directory(FOLDER.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = process.inputReader(UTF_8);
    String port = out.readLine();
    if (port == null) {
      throw new IOException("the emulator did not start");
    }
    return new Emulator(process, Integer.parseInt(port));
  }

  URI url() {
    return url;
  }

  JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static ObjectNode from(long chat, String language) {
    return Updates.json(
        """
        {'botToken':'%s','date':%d,'chat':{'id':%d,'type':'private','first_name':'%s'},
         'from':{'id':%d,'is_bot':false,'first_name':'%s','language_code':'%s'}}
        """
            .formatted(
                Updates.token(),
                System.currentTimeMillis() / 1000,
                chat,
                Canaries.NAME,
                chat,
                Canaries.NAME,
                language));
  }

  void say(long chat, String language, String text) throws IOException, InterruptedException {
    post("/sendMessage", from(chat, language).put("text", Canaries.plant(text)));
  }

  void press(long chat, String language, int message, String payload)
      throws IOException, InterruptedException {
    ObjectNode query = from(chat, language).put("data", payload);
    query.set("message", from(chat, language).put("message_id", message));
    post("/sendCallback", query);
  }

  /** Everything the bot has said in a chat, oldest first; in every chat if none is given. */
  List<Shown> shown(Optional<Long> chat) throws IOException, InterruptedException {
    JsonNode all =
        post("/getUpdatesHistory", JSON.createObjectNode().put("token", Updates.token()));
    List<Shown> shown = new ArrayList<>();
    for (JsonNode item : all.path("result")) {
      JsonNode message = item.path("message");
      String to = message.path("chat_id").asText("");
      if (!to.isEmpty() && chat.map(c -> to.equals("" + c)).orElse(true)) {
        List<String> payloads = new ArrayList<>();
        message
            .at("/reply_markup/inline_keyboard")
            .forEach(row -> row.forEach(key -> payloads.add(key.path("callback_data").asText())));
        shown.add(
            new Shown(
                Long.parseLong(to),
                item.path("messageId").asInt(),
                message.path("text").asText(),
                payloads,
                item.path("time").asLong()));
      }
    }
    return shown;
  }

  int acknowledged() throws IOException, InterruptedException {
    return post("/bot" + Updates.token() + "/acknowledged", JSON.createObjectNode())
        .path("result")
        .size();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    http.close();
  }
}
