package org.hamsafar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.hamsafar.app.LocalTalk;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/**
 * The whole way of an answer, with texts that Jazzer thinks out; without it the texts that stand in
 * the resources. Each line is a message of one conversation.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerFuzzTest {
  private static final int TURNS = 5;

  private static final List<Abilities> ABILITIES =
      List.of(Abilities.PLAIN, new Abilities(true, true, true, true));

  private final Core core = RealKnowledge.open();

  @AfterAll
  void close() {
    core.close();
  }

  @FuzzTest(maxDuration = "10m")
  void everyMessageIsAnswered(FuzzedDataProvider data) {
    LocalTalk talk = new LocalTalk(core, data.pickValue(ABILITIES));
    boolean pressed = data.consumeBoolean();
    Arrays.stream(data.consumeRemainingAsString().split("\n", TURNS))
        .forEach(line -> isAnswered(talk, line, pressed));
  }

  private static void isAnswered(LocalTalk talk, String text, boolean pressed) {
    InboundMessage.Content content =
        pressed ? new InboundMessage.Choice(text) : new InboundMessage.Text(text);
    assertThat(
            talk.answer(
                new InboundMessage(
                    "k",
                    new ConversationId("test", "1"),
                    content,
                    Optional.empty(),
                    InboundMessage.Setting.PRIVATE,
                    Optional.empty(),
                    RealKnowledge.CLOCK.instant())))
        .isNotEmpty()
        .allSatisfy(reply -> assertThat(reply.plain()).isNotBlank());
  }
}
