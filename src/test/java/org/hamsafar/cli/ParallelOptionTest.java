package org.hamsafar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

class ParallelOptionTest {
  /** A word that no text of the guidance has; the operator's file says that it means a job. */
  private static final String UNKNOWN = "بستگار";

  @TempDir private Path folder;

  @BeforeEach
  void knowledge() throws IOException {
    new SampleKnowledge(folder).withRealMessages();
  }

  private record Ran(int code, String out, String err) {}

  private Ran ask(Path... parallel) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--knowledge", folder.resolve("knowledge").toString()));
    arguments.addAll(List.of("--seeds", folder.resolve("seeds").toString()));
    arguments.addAll(List.of("--data", folder.resolve("data").toString()));
    for (Path file : parallel) {
      arguments.addAll(List.of("--parallel", file.toString()));
    }
    arguments.addAll(List.of("ask", "--lang", "fa-AF", "--country", "DE", "--explain", UNKNOWN));
    int code =
        Main.run(arguments.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    return new Ran(code, out.toString(), err.toString());
  }

  private Path table(String english) throws IOException {
    StringBuilder lines = new StringBuilder("en\tfa-AF\n");
    for (String beside : List.of("red", "green", "old", "new", "good", "bad", "big", "far")) {
      lines.append(english).append(' ').append(beside).append('\t');
      lines.append(UNKNOWN).append(" و").append(beside.length()).append(beside).append('\n');
      lines.append("chair ").append(beside).append('\t');
      lines.append("چوکی و").append(beside.length()).append(beside).append('\n');
    }
    return Files.writeString(folder.resolve("words.tsv"), lines);
  }

  @Test
  void aWordKnownOnlyFromTheGivenFileFindsTheEntry() throws IOException {
    assertThat(ask().out()).doesNotContain("de/work/job");
    assertThat(ask(table("job")).out()).contains("de/work/job");
    assertThat(ask(table("moon")).out())
        .as("the index is made anew for another content")
        .doesNotContain("de/work/job");
  }

  @Test
  void aFaultyFileIsToldWithItsRemedy() throws IOException {
    Path broken = Files.writeString(folder.resolve("words.tmx"), "<tmx>\n<body></tmx>");
    assertThat(ask(broken))
        .satisfies(ran -> assertThat(ran.code()).isEqualTo(Main.USAGE))
        .satisfies(
            ran -> assertThat(ran.err()).contains("words.tmx:2: ", "well-formed", "To mend it"));
    assertThat(ask(folder.resolve("absent.tmx")).err()).contains("absent.tmx: cannot be read");
  }
}
