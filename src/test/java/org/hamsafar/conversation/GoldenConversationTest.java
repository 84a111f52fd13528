package org.hamsafar.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hamsafar.RealKnowledge;
import org.hamsafar.app.Core;
import org.hamsafar.app.LocalTalk;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.channel.OutboundMessage.Button;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole conversations with the real guidance, line by line. After a wanted change of guidance or
 * wording write them anew with {@code mvn test -Dtest=GoldenConversationTest -Dgolden.update=true}
 * and read the difference.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenConversationTest {
  private static final Path FOLDER = Path.of("src/test/resources/conversations");
  private static final String SAID = "> ";
  private static final ConversationId ID = new ConversationId("test", "1");

  private Core core = RealKnowledge.open();

  @BeforeAll
  void nothingIsLeftOut() {
    assertThat(core.problems().stream().filter(p -> p.isError())).isEmpty();
  }

  @AfterAll
  void close() {
    core.close();
  }

  static Stream<Path> transcripts() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void isSaidAsWritten(Path file) throws IOException {
    String expected = Files.readString(file);
    String actual = replay(expected);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }

  private String replay(String transcript) {
    LocalTalk talk = new LocalTalk(core, Abilities.PLAIN);
    StringBuilder out = new StringBuilder();
    for (String line : said(transcript)) {
      out.append(SAID).append(line).append('\n');
      for (OutboundMessage reply : talk.answer(message(new InboundMessage.Text(line)))) {
        out.append('\n').append(reply.plain()).append('\n');
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static List<String> said(String transcript) {
    return transcript
        .lines()
        .filter(l -> l.startsWith(SAID))
        .map(l -> l.substring(SAID.length()))
        .toList();
  }

  /**
   * With buttons pressed instead of numbers typed, the same is said, without the numbered lines.
   */
  @ParameterizedTest
  @MethodSource("transcripts")
  void buttonsSayTheSame(Path file) throws IOException {
    LocalTalk numbers = new LocalTalk(core, Abilities.PLAIN);
    LocalTalk buttons = new LocalTalk(core, new Abilities(true, true, true));
    List<Button> offered = new ArrayList<>();
    for (String line : said(Files.readString(file))) {
      List<OutboundMessage> plain = numbers.answer(message(new InboundMessage.Text(line)));
      List<OutboundMessage> pressed = buttons.answer(message(pressedOrTyped(line, offered)));
      assertThat(pressed).hasSameSizeAs(plain);
      for (int i = 0; i < plain.size(); i++) {
        String withoutIsolates = pressed.get(i).plain().replaceAll("[\u2068\u2069]", "");
        assertThat(plain.get(i).plain()).startsWith(withoutIsolates);
        for (Button button : pressed.get(i).buttons().stream().flatMap(List::stream).toList()) {
          assertThat(plain.get(i).plain()).contains(button.label());
        }
      }
      pressed.reversed().stream()
          .map(m -> m.buttons().stream().flatMap(List::stream).toList())
          .filter(b -> !b.isEmpty())
          .findFirst()
          .ifPresent(b -> {
            offered.clear();
            offered.addAll(b);
          });
    }
  }

  private static InboundMessage.Content pressedOrTyped(String line, List<Button> offered) {
    if (!line.isEmpty() && line.length() < 3 && line.chars().allMatch(Character::isDigit)) {
      int number = line.chars().map(c -> Character.digit(c, 10)).reduce(0, (a, b) -> a * 10 + b);
      return new InboundMessage.Choice(offered.get(number - 1).payload());
    }
    return new InboundMessage.Text(line);
  }

  private static InboundMessage message(InboundMessage.Content content) {
    return new InboundMessage(
        "k",
        ID,
        content,
        Optional.empty(),
        InboundMessage.Setting.PRIVATE,
        Optional.empty(),
        RealKnowledge.CLOCK.instant());
  }
}
