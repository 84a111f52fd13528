package org.hamsafar.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLeftoversTest {
  @Test
  void oldCopiesGoAndNothingElse(@TempDir Path folder) throws IOException {
    Instant made = Files.getLastModifiedTime(copy(folder, "libvodozemac123.so")).toInstant();
    copy(folder, "libvodozemac7.dylib");
    copy(folder, "libvodozemac.so");
    copy(folder, "libother1.so");
    NativeLeftovers.sweep(folder, () -> made.plusSeconds(10));
    assertThat(names(folder)).hasSize(4);
    NativeLeftovers.sweep(folder, () -> made.plusSeconds(120));
    assertThat(names(folder)).containsExactlyInAnyOrder("libvodozemac.so", "libother1.so");
    NativeLeftovers.sweep(folder.resolve("missing"), () -> made);
  }

  private static Path copy(Path folder, String name) throws IOException {
    return Files.writeString(folder.resolve(name), "library");
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList().stream();
    }
  }
}
