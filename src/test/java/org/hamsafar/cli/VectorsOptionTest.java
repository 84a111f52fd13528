package org.hamsafar.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hamsafar.knowledge.SampleKnowledge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --vectors} with a small English model, as an operator uses it. */
class VectorsOptionTest {
  /** Neither the word nor a run of its letters stands in the guidance. */
  private static final String QUESTION = "livelihood";

  @TempDir private Path folder = Path.of("");
  private Path model = Path.of("");

  @BeforeEach
  void write() throws IOException {
    new SampleKnowledge(folder)
        .withRealMessages()
        .write(
            "guidance/de/background/teeth/entry.yaml",
            """
            topics: [background]
            importance: 1
            risk: low
            review-by: 2027-01-01
            sources:
              - {title: Teeth, publisher: State, url: https://example.org/teeth, checked: 2026-06-01}
            """)
        .write(
            "guidance/de/background/teeth/en.md",
            """
            ---
            title: "Toothache"
            questions: [where is a dentist, who pays for fillings, tooth hurts]
            origin: machine
            revision: 1
            ---
            Ask the nearest dentist for a date.
            """);
    model = Files.createDirectories(folder.resolve("model"));
    copy("all-minilm-l6-v2-q.onnx", "model.onnx");
    copy("all-minilm-l6-v2-q-tokenizer.json", "tokenizer.json");
  }

  private void copy(String resource, String name) throws IOException {
    try (InputStream in =
        requireNonNull(getClass().getClassLoader().getResourceAsStream(resource), resource)) {
      Files.copy(in, model.resolve(name));
    }
  }

  @Test
  void aQuestionInOtherWordsFindsItsEntry() throws IOException {
    assertThat(candidates(List.of())).isEmpty();
    List<String> found = candidates(List.of("--vectors", model.toString()));
    assertThat(found).hasSize(2);
    assertThat(found.getFirst()).isEqualTo("de/work/job");
  }

  private List<String> candidates(List<String> options) throws IOException {
    StringWriter out = new StringWriter();
    List<String> entries = new ArrayList<>();
    run(out, new StringWriter(), options);
    for (JsonNode candidate : new ObjectMapper().readTree(out.toString()).get("candidates")) {
      entries.add(candidate.get("entry").asText());
    }
    return entries;
  }

  private int run(StringWriter out, StringWriter err, List<String> options) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "--knowledge",
                folder.resolve("knowledge").toString(),
                "--seeds",
                folder.resolve("seeds").toString(),
                "--data",
                folder.resolve("data").toString()));
    line.addAll(options);
    line.addAll(List.of("ask", "--json", "--lang", "en", "--country", "DE", QUESTION));
    return Main.run(line.toArray(new String[0]), new PrintWriter(out), new PrintWriter(err));
  }

  @Test
  void aFolderWithoutAModelIsTheUsersToMend() {
    StringWriter err = new StringWriter();
    Path none = folder.resolve("none");
    assertThat(run(new StringWriter(), err, List.of("--vectors", none.toString())))
        .isEqualTo(Main.USAGE);
    assertThat(err.toString()).startsWith("--vectors " + none + ": no such folder");
  }
}
