package org.hamsafar.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hamsafar.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexStoreTest {
  private static final List<Passage> PASSAGES =
      List.of(
          new Passage(
              "de/work/job",
              "DE",
              LanguageTag.ENGLISH,
              "Finding work",
              List.of("where is work"),
              "Ask here.",
              "Ask here. Then there."));

  @TempDir private Path folder = Path.of("");

  @Test
  void aSecondStartFindsTheIndexOfTheFirst() throws IOException {
    openAndClose();
    List<Path> first = files();
    openAndClose();
    assertThat(files()).isEqualTo(first);
  }

  @Test
  void aFlippedBitIsNoticedAndTheIndexBuiltAnew() throws IOException {
    openAndClose();
    Path data =
        files().stream().filter(p -> p.toString().endsWith(".cfs")).findFirst().orElseThrow();
    try (RandomAccessFile file = new RandomAccessFile(data.toFile(), "rw")) {
      file.seek(file.length() / 2);
      int value = file.read();
      file.seek(file.length() / 2);
      file.write(value ^ 1);
    }
    try (Analyzers analyzers = new Analyzers();
        PassageIndex index =
            new IndexStore(folder, analyzers, new ConceptPhrases(List::of, analyzers))
                .open("passages", () -> PASSAGES, () -> ParallelText.NONE)) {
      assertThat(index.size()).isEqualTo(1);
    }
  }

  private void openAndClose() {
    try (Analyzers analyzers = new Analyzers();
        PassageIndex index =
            new IndexStore(folder, analyzers, new ConceptPhrases(List::of, analyzers))
                .open("passages", () -> PASSAGES, () -> ParallelText.NONE)) {
      assertThat(index.size()).isEqualTo(1);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
