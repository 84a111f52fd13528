package org.hamsafar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When something is learned anew. */
class KeptFileTest {
  @TempDir private Path folder = Path.of("");

  private final AtomicInteger lessons = new AtomicInteger();

  @Test
  void aLessonThatIsAsItWasIsNotLearnedAgain() {
    assertThat(learned("first", "one", "two")).isEqualTo("one two");
    assertThat(learned("a text was edited", "one", "two")).isEqualTo("one two");
    assertThat(learned("a text was edited", "what is not asked for")).isEqualTo("one two");
    assertThat(lessons).hasValue(1);
  }

  @Test
  void anotherLessonIsLearned() {
    assertThat(learned("first", "one", "two")).isEqualTo("one two");
    assertThat(learned("a question was added", "one", "two", "three")).isEqualTo("one two three");
    assertThat(learned("lines are not words", "one", "two three")).isEqualTo("one two three");
    assertThat(lessons).hasValue(3);
  }

  @Test
  void whatCannotBeReadIsLearnedAnew() throws Exception {
    assertThat(learned("first", "one")).isEqualTo("one");
    Files.write(folder.resolve("model.bin"), new byte[] {0, 1, 'x'});
    assertThat(learned("first", "one")).isEqualTo("one");
    assertThat(lessons).hasValue(2);
  }

  private String learned(String fingerprint, String... lesson) {
    return new KeptFile<String>(
            folder.resolve("model.bin"),
            fingerprint,
            in -> in.readUTF(),
            (model, out) -> out.writeUTF(model))
        .open(
            () -> List.of(lesson),
            words -> {
              lessons.incrementAndGet();
              return String.join(" ", words);
            });
  }
}
