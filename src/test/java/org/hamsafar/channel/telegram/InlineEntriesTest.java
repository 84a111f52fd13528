package org.hamsafar.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.hamsafar.app.TelegramSetup;
import org.hamsafar.channel.Channel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code @bot question} in any chat, answered from the real guidance. */
class InlineEntriesTest {

  @ParameterizedTest
  @CsvSource({
    "Can I work with a Duldung in Germany?, en, Duldung",
    "در آلمان با دولدونگ کار کرده می‌توانم؟, fa, دولدونگ",
    "I want to kill myself, en, https://"
  })
  void offersWhatFits(String query, String hint, String shown) throws Exception {
    try (Core core = RealKnowledge.open();
        FaultServer server = new FaultServer();
        Channel channel =
            TelegramSetup.channel(
                core, Updates.token(), Optional.of(server.url()), Optional.empty())) {
      server.deliver(
          Updates.json(
              "{'update_id':3,'inline_query':{'id':'i1','query':'%s','from':{'id':1,'language_code':'%s'}}}"
                  .formatted(query, hint)));
      channel.start(new RecordingInlet());
      Await.until("answered", () -> !server.calls("answerInlineQuery").isEmpty());
      JsonNode first = server.calls("answerInlineQuery").getFirst().body().at("/results/0");
      assertThat(first.at("/input_message_content/message_text").asText()).contains(shown);
      assertThat(first.path("title").asText()).isNotBlank();
      assertThat(first.path("id").asText().length()).isLessThanOrEqualTo(64);
    }
  }
}
