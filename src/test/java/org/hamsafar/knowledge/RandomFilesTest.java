package org.hamsafar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hamsafar.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken file is told of, and never ends the reading of the others. */
class RandomFilesTest {
  private static final int FILES = 1000;

  /** What parsers have stumbled over. */
  private static final List<String> TRAPS =
      List.of(
          "[".repeat(20_000),
          "{a: ".repeat(20_000),
          "- ".repeat(20_000),
          "? ".repeat(20_000),
          "&a [*a, *a]",
          "&a {k: *a}",
          "*b",
          "- &a [x]\n" + "- [*a, *a, *a]\n".repeat(50),
          "<<: {a: b}",
          "!!java.lang.String x",
          "%YAML 9.9\n---\na: b",
          "a: b\n---\nc: d",
          "a: |\n\tb",
          "\uFEFFa: b",
          "---\ntitle: x\nrevision: 1\n---\n" + "> ".repeat(20_000) + "x",
          "---\ntitle: x\nrevision: 1\n---\n" + "**a ".repeat(20_000),
          "---\ntitle: x\nrevision: 1\n---\n" + "[".repeat(20_000),
          "---\ntitle: x\nrevision: 1\n---\n" + "- ".repeat(5_000) + "x",
          "---\ntitle: x\nrevision: 1\n---\n" + "![a](".repeat(5_000),
          "---\ntitle: x\nrevision: 1\n---\n" + "`".repeat(20_000),
          "---\n---",
          "---",
          "");

  @TempDir private Path folder = Path.of("");

  @Test
  void trapsAreTold() throws IOException {
    FileInput input = new FileInput(folder);
    for (String file : input.samples().keySet()) {
      TRAPS.forEach(trap -> input.read(file, trap));
      assertThat(input.read(file, "[".repeat(20_000)))
          .filteredOn(p -> p.file().equals(file))
          .as(file)
          .isNotEmpty();
    }
  }

  /** The YAML library reads in pieces of about a thousand letters. */
  @Test
  void anEmojiMayStandAnywhere() throws IOException {
    FileInput input = new FileInput(folder);
    for (int before = 900; before < 1100; before++) {
      assertThat(input.read("messages/ps.yaml", "hello: \"" + "x".repeat(before) + "😀 {name}\"\n"))
          .as("an emoji after %d letters", before)
          .isEmpty();
    }
  }

  @Test
  void everyFileIsRead() throws IOException {
    Random random = new Random(20261129);
    FileInput input = new FileInput(folder);
    List<Map.Entry<String, String>> samples = List.copyOf(input.samples().entrySet());
    RandomText texts = new RandomText(random, samples.stream().map(Map.Entry::getValue).toList());
    for (int i = 0; i < FILES; i++) {
      Map.Entry<String, String> sample = samples.get(random.nextInt(samples.size()));
      input.read(
          sample.getKey(),
          random.nextInt(8) == 0 ? texts.next().text() : texts.changed(sample.getValue()));
    }
  }
}
