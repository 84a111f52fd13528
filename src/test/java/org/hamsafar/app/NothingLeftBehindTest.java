package org.hamsafar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hamsafar.Canaries;
import org.hamsafar.conversation.HumanTalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people say and who they are stands in no file: not in the database, not in its log. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NothingLeftBehindTest {
  private static final String PERSON = "kanaryperson" + Canaries.CHAT;
  private static final String TEXT = "kanarytext where is work in germany";
  private static final String UNKNOWN = "kanarygap how do i cook ashak";
  private static final String TICKET = "kanaryticket call me at " + Canaries.PHONE;

  @TempDir private Path folder = Path.of("");

  @Test
  void noFileHoldsWhatWasSaidOrByWhom() throws Exception {
    Canaries.plant(PERSON);
    try (Desk desk = new Desk(folder, new HumanTalk.Here())) {
      desk.channel.say(PERSON, TEXT).join();
      assertThat(filesWith("kanary")).as("after acknowledgement").isEmpty();
      desk.channel.await(PERSON, 1);
      desk.channel.say(PERSON, UNKNOWN).join();
      desk.channel.await(PERSON, 2);
      desk.channel.say(PERSON, "/human").join();
      desk.channel.await(PERSON, 3);
      desk.channel.press(PERSON, "human:yes").join();
      desk.channel.await(PERSON, 4);
      desk.channel.say(PERSON, TICKET).join();
      desk.channel.await(Desk.VOLUNTEERS, 1);
      desk.channel.await(PERSON, 5);
      assertThat(everywhere()).as("while it is remembered").isEmpty();
      assertThat(desk.store.session(DeskChannel.id(PERSON))).isPresent();
      desk.channel.say(PERSON, "delete my data").join();
      assertThat(desk.channel.await(PERSON, 6).plain()).contains("is deleted");
      assertThat(desk.store.session(DeskChannel.id(PERSON))).isEmpty();
      assertThat(desk.store.tickets().of(DeskChannel.id(PERSON))).isEmpty();
      assertThat(everywhere()).as("after it is forgotten").isEmpty();
    }
    assertThat(everywhere()).as("after the end").isEmpty();
  }

  private List<Path> everywhere() throws IOException {
    return Stream.concat(
            filesWith("kanary").stream(), filesWith(Canaries.PHONE.substring(1)).stream())
        .toList();
  }

  private List<Path> filesWith(String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(f -> holds(f, text)).toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      // Latin-1 keeps every byte as one character.
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    } catch (java.nio.file.NoSuchFileException e) {
      // SQLite deletes its log when the last connection is closed.
      return false;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
