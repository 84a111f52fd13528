package org.hamsafar.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.hamsafar.app.LocalTalk;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.channel.OutboundMessage.Button;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pictures of the conversation for the documentation, drawn by Chromium. To draw them anew after a
 * change of texts: {@code mvn test -Dtest=PicturesTest -Dpictures.update=true}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PicturesTest {
  private static final Path IMAGES = Path.of("docs/images");
  private static final int WIDTH = 430;
  private static final Pattern HEIGHT = Pattern.compile("data-height=\"(\\d+)\"");

  /** The browser keeps some of the window for itself. */
  private static final int FRAME = 100;

  private static final long LARGEST = 150 * 1024;

  private final Optional<Core> drawn =
      Boolean.getBoolean("pictures.update") ? Optional.of(RealKnowledge.open()) : Optional.empty();
  private @TempDir Path folder = Path.of("");

  @AfterAll
  void close() {
    drawn.ifPresent(Core::close);
  }

  @ParameterizedTest
  @CsvSource({
    "fa-AF, 1, با دولدونگ کار کرده می‌توانم؟",
    "ps, 2, زه په Duldung کار کولای شم؟",
    "en, 3, Can I work with my Duldung?"
  })
  void isShownInTheDocumentation(String language, long chat, String question) throws Exception {
    if (drawn.isPresent()) {
      drawAnew(drawn.get(), language, chat, question);
    }
    for (String name : List.of("telegram-start-" + language, "telegram-answer-" + language)) {
      Path picture = IMAGES.resolve(name + ".png");
      assertThat(picture).exists();
      assertThat(Files.size(picture)).isBetween(5_000L, LARGEST);
      assertThat(Files.readString(Path.of("docs/telegram.md"))).contains(name + ".png");
    }
  }

  private void drawAnew(Core core, String language, long chat, String question) throws Exception {
    Page page = new Page(core, chat);
    page.says("/start");
    page.presses("lang:" + language);
    page.presses("country:DE");
    draw("telegram-start-" + language, page.html());
    Page answer = new Page(core, chat);
    answer.silently("lang:" + language);
    answer.silently("country:DE");
    answer.says(question);
    assertThat(answer.html()).contains("Duldung");
    draw("telegram-answer-" + language, answer.html());
  }

  private void draw(String name, String html) throws Exception {
    Path page = Files.writeString(folder.resolve(name + ".html"), html);
    Path picture = folder.resolve(name + ".png");
    Matcher height = HEIGHT.matcher(chromium(page, 700, "--dump-dom"));
    assertThat(height.find()).isTrue();
    chromium(page, Integer.parseInt(height.group(1)) + FRAME, "--screenshot=" + picture);
    assertThat(picture).exists();
    assertThat(Files.size(picture)).isBetween(5_000L, LARGEST);
    Files.createDirectories(IMAGES);
    Files.write(IMAGES.resolve(name + ".png"), Files.readAllBytes(picture));
  }

  /** What it prints. */
  private String chromium(Path page, int height, String what) throws Exception {
    Path log = folder.resolve("log");
    Process chromium =
        new ProcessBuilder(
                "/usr/bin/chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=" + WIDTH + "," + height,
                what,
                page.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(chromium.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(log);
  }

  /** A chat as HTML. */
  private static final class Page {
    private final ConversationId id;
    private final LocalTalk talk;
    private final StringBuilder body = new StringBuilder();
    private List<OutboundMessage> last = List.of();

    Page(Core core, long chat) {
      this.talk = new LocalTalk(core, new Abilities(true, true, true, true).withoutPhoneLinks());
      this.id = new ConversationId("telegram", "" + chat);
    }

    void says(String text) {
      body.append("<div class=\"bubble me\" dir=\"auto\">").append(escape(text)).append("</div>");
      answer(new InboundMessage.Text(text));
    }

    void presses(String payload) {
      String label =
          last.stream()
              .flatMap(m -> m.buttons().stream())
              .flatMap(List::stream)
              .filter(b -> b.payload().equals(payload))
              .map(Button::label)
              .findFirst()
              .orElseThrow();
      body.append("<div class=\"pressed\">").append(escape(label)).append("</div>");
      answer(new InboundMessage.Choice(payload));
    }

    void silently(String payload) {
      last = talk.answer(message(new InboundMessage.Choice(payload)));
    }

    private void answer(InboundMessage.Content content) {
      last = talk.answer(message(content));
      last.forEach(this::show);
    }

    private void show(OutboundMessage message) {
      body.append("<div class=\"bubble bot\" dir=\"auto\">")
          .append(message.html())
          .append("</div><div class=\"keys\">");
      for (List<Button> row : message.buttons()) {
        body.append("<div class=\"row\">");
        row.forEach(b ->
            body.append("<div class=\"key\" dir=\"auto\">")
                .append(escape(b.label()))
                .append("</div>"));
        body.append("</div>");
      }
      body.append("</div>");
    }

    private InboundMessage message(InboundMessage.Content content) {
      return new InboundMessage(
          "k",
          id,
          content,
          Optional.of("en"),
          InboundMessage.Setting.PRIVATE,
          Optional.empty(),
          RealKnowledge.CLOCK.instant());
    }

    String html() throws IOException {
      String css = Files.readString(Path.of("src/test/resources/pictures/chat.css"));
      return "<!doctype html><meta charset=\"utf-8\"><style>"
          + css
          + "</style><header>Hamsafar · همسفر</header><main>"
          + body
          + "</main><script>document.body.dataset.height = document.documentElement.scrollHeight</script>";
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
