package org.hamsafar.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Commands, descriptions, inline answers and what the doctor sees. */
class ProfileTest {
  private static final CommandTexts TEXTS =
      () ->
          List.of(
              new CommandTexts.Texts(
                  Optional.empty(),
                  List.of(new CommandTexts.Named("menu", "Topics")),
                  "Long",
                  "Short"),
              new CommandTexts.Texts(
                  Optional.of("fa"),
                  List.of(new CommandTexts.Named("menu", "موضوع‌ها")),
                  "ی".repeat(600),
                  "کوتاه"));

  private static Rig rig(InlineAnswers inline) throws IOException {
    return new Rig(new TelegramSettings.Polling(), Optional.of(TEXTS), Optional.of(inline));
  }

  @Test
  void writesWhatDiffersInEachLanguage() throws Exception {
    try (Rig rig = rig((_, _) -> List.of())) {
      rig.server.fail("setMyCommands", FaultServer.flood(3));
      rig.server.result("getMyShortDescription", "{'short_description':'Short'}");
      rig.start();
      Await.until("written", () -> rig.server.calls("setMyShortDescription").size() == 1);
      assertThat(rig.server.calls("setMyCommands")).hasSize(3);
      var farsi = rig.server.calls("setMyCommands").getLast().body();
      assertThat(farsi.path("language_code").asText()).isEqualTo("fa");
      assertThat(farsi.at("/commands/0/description").asText()).isEqualTo("موضوع‌ها");
      assertThat(rig.server.calls("setMyDescription").getLast().body().path("description").asText())
          .hasSize(511);
      assertThat(rig.server.calls("setMyDescription").getFirst().body().has("language_code"))
          .isFalse();
    }
  }

  @Test
  void answersInline() throws Exception {
    InlineAnswers inline =
        (query, hint) ->
            List.of(
                new InlineAnswers.Article("1", query, hint.orElse(""), "<b>x</b>"),
                new InlineAnswers.Article("2", "empty", "", ""));
    try (Rig rig = rig(inline)) {
      rig.server.deliver(
          Updates.json(
              "{'update_id':3,'inline_query':{'id':'i1','query':'kar','from':{'id':1,'language_code':'ps'}}}"));
      rig.start();
      Await.until("answered", () -> !rig.server.calls("answerInlineQuery").isEmpty());
      var body = rig.server.calls("answerInlineQuery").getFirst().body();
      assertThat(body.path("inline_query_id").asText()).isEqualTo("i1");
      assertThat(body.path("results").size()).isEqualTo(1);
      assertThat(body.at("/results/0/type").asText()).isEqualTo("article");
      assertThat(body.at("/results/0/description").asText()).isEqualTo("ps");
      assertThat(body.at("/results/0/input_message_content/parse_mode").asText()).isEqualTo("HTML");
      assertThat(rig.inlet.offered()).isEmpty();
    }
  }

  private static List<String> problems(Rig rig) throws InterruptedException {
    return rig.channel.check().stream().map(TelegramChannel.Problem::what).toList();
  }

  @Test
  void theDoctorFindsNothingOnAHealthyBot() throws Exception {
    try (Rig rig = new Rig()) {
      rig.server.fail(
          "getMyCommands", new FaultServer.Answer(200, "{\"ok\":true,\"result\":[{}]}"));
      assertThat(problems(rig)).isEmpty();
      assertThat(rig.server.calls("getUpdates")).isEmpty();
    }
  }

  @Test
  void theDoctorNamesEveryProblem() throws Exception {
    try (Rig rig = new Rig()) {
      rig.server.result("getWebhookInfo", "{'url':'https://x.example','pending_update_count':999}");
      rig.server.result("getMe", "{'id':1,'can_read_all_group_messages':true}");
      assertThat(problems(rig)).hasSize(5);
      rig.server.fail("getMe", FaultServer.error(401, "Unauthorized"));
      assertThat(problems(rig)).containsExactly("Telegram refuses the token");
      rig.server.fail("getMe", new FaultServer.BlackHole());
      assertThat(problems(rig)).containsExactly("Telegram cannot be reached");
    }
    try (Rig rig = new Rig(Rig.webhook(), Optional.empty(), Optional.empty())) {
      assertThat(problems(rig)).contains("Telegram does not have the configured webhook");
    }
  }

  @Test
  void nothingShowsTheToken() {
    assertThat(TelegramSettings.polling(Updates.token()).toString()).doesNotContain("real-token");
    assertThatThrownBy(() -> TelegramSettings.polling("secret words"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
    assertThat(ChatAddress.of(Rig.out("17", "").conversation()).toString()).doesNotContain("17");
  }
}
