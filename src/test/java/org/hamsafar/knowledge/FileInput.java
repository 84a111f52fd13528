package org.hamsafar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads whatever stands in a file of the knowledge folder; the other files are sound. */
public final class FileInput {
  private static final List<String> FILES =
      List.of(
          "languages.yaml",
          "topics.yaml",
          "messages/ps.yaml",
          "countries/DE.yaml",
          "safety/en.yaml",
          "plans/DE.yaml",
          "concepts/work.yaml",
          "tests/en/work.yaml",
          SampleKnowledge.ENTRY + "entry.yaml",
          SampleKnowledge.ENTRY + "en.md",
          SampleKnowledge.ENTRY + "ps.md");

  private final SampleKnowledge knowledge;
  private final Map<String, byte[]> sound = new LinkedHashMap<>();

  /**
   * @param folder empty, to be written to
   */
  public FileInput(Path folder) throws IOException {
    this.knowledge = new SampleKnowledge(folder);
    for (String file : FILES) {
      sound.put(file, Files.readAllBytes(knowledge.root().resolve(file)));
    }
  }

  /** A sound text of every file. */
  public Map<String, String> samples() {
    Map<String, String> samples = new LinkedHashMap<>();
    sound.forEach((file, bytes) -> samples.put(file, new String(bytes, StandardCharsets.UTF_8)));
    return samples;
  }

  /** What is told of the file; never fails, whatever the text. */
  public List<Problem> read(String file, String text) {
    try {
      Path path = knowledge.root().resolve(file);
      Files.write(path, text.getBytes(StandardCharsets.UTF_8));
      KnowledgeLoader.Loaded loaded = knowledge.load();
      Files.write(path, sound.getOrDefault(file, new byte[0]));
      assertThat(loaded.problems()).allSatisfy(p -> assertThat(p.toString()).isNotBlank());
      return loaded.problems();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
