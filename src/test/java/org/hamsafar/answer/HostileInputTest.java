package org.hamsafar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.hamsafar.app.LocalTalk;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever is typed gets an answer, and never an exception. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTest {
  private static final String LETTERS =
      "abz قکیپښځۍعآ \u200C\u200F\u202E\uD800\uDC00\u0000\t\n😀07۷٪\"'`*?~^:+-!(){}[]\\/&|<>#@%";

  private Core core = RealKnowledge.open();

  @AfterAll
  void close() {
    core.close();
  }

  @Test
  void oddTextIsAnswered() {
    List<String> odd =
        List.of(
            "",
            "   ",
            "\u0000\u0001\u0002",
            "\uD800",
            "a\uDC00b",
            "\u202E\u202Eabc",
            "(".repeat(3000),
            "title:foo AND (bar OR baz~2)^3 \"x y\"~",
            "/",
            "/nosuchcommand",
            "/start xx_yy_zz",
            "999",
            "۹۹۹",
            "0",
            "کار ".repeat(25_000),
            "x".repeat(100_000),
            "<script>alert(1)</script>",
            "{0} {name,plural,other{#}} '{'");
    odd.forEach(this::isAnswered);
  }

  @Test
  void randomTextIsAnswered() {
    Random random = new Random(20261124);
    Stream.generate(() -> random(random)).limit(400).forEach(this::isAnswered);
  }

  private static String random(Random random) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, random.nextInt(60))
        .forEach(_ -> text.append(LETTERS.charAt(random.nextInt(LETTERS.length()))));
    return text.toString();
  }

  private void isAnswered(String text) {
    LocalTalk talk = new LocalTalk(core, Abilities.PLAIN);
    List<OutboundMessage> replies =
        talk.answer(
            new InboundMessage(
                "k",
                new ConversationId("test", "1"),
                new InboundMessage.Text(text),
                java.util.Optional.empty(),
                InboundMessage.Setting.PRIVATE,
                java.util.Optional.empty(),
                RealKnowledge.CLOCK.instant()));
    assertThat(replies).isNotEmpty();
    assertThat(replies.getFirst().plain()).isNotBlank().doesNotContain("Exception");
  }
}
