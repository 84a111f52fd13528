package org.hamsafar;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hamsafar.channel.matrix.EventInput;
import org.hamsafar.channel.telegram.UpdateInput;
import org.hamsafar.knowledge.FileInput;
import org.junit.jupiter.api.TestInstance;

/**
 * The readers of what comes from outside, with texts that Jazzer thinks out; without it the texts
 * that stand in the resources. The first line says what the rest claims to be: {@code telegram},
 * {@code matrix}, or a file of the knowledge folder.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadersFuzzTest {
  private final UpdateInput updates = new UpdateInput();
  private final EventInput events = new EventInput();
  private final FileInput files;

  ReadersFuzzTest() throws IOException {
    files = new FileInput(Files.createDirectories(Path.of("target/test-data/fuzzed-knowledge")));
  }

  @FuzzTest(maxDuration = "10m")
  void everyInputIsRead(FuzzedDataProvider data) {
    String[] parts = data.consumeRemainingAsString().split("\n", 2);
    String text = parts[parts.length - 1];
    switch (parts[0]) {
      case "telegram" -> updates.read(text);
      case "matrix" -> events.read(text);
      default -> files.read(file(parts[0]), text);
    }
  }

  private String file(String name) {
    List<String> known = List.copyOf(files.samples().keySet());
    return known.contains(name) ? name : known.get(Math.floorMod(name.hashCode(), known.size()));
  }
}
