package org.hamsafar.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index of the present knowledge on disk, so that a second start need not build it.
 *
 * <p>The folder's name is the fingerprint of the knowledge and the analyzers' version. An index
 * that fails its checksums is built anew; where nothing can be written it is built in memory.
 */
public final class IndexStore {
  private static final Logger log = LoggerFactory.getLogger(IndexStore.class);

  private final Path folder;
  private final Analyzers analyzers;
  private final ConceptPhrases concepts;

  /**
   * @param folder where indexes are kept; made if missing
   */
  public IndexStore(Path folder, Analyzers analyzers, ConceptPhrases concepts) {
    this.folder = folder;
    this.analyzers = analyzers;
    this.concepts = concepts;
  }

  /**
   * Opens an index, building it if it is not there or broken.
   *
   * @param fingerprint of what the passages and the parallel text are made of
   * @param parallel teaches the index to translate words
   */
  public PassageIndex open(
      String fingerprint, Supplier<List<Passage>> passages, Supplier<ParallelText> parallel) {
    Path path = folder.resolve(fingerprint + "-" + Analyzers.VERSION);
    return openSound(path).orElseGet(() -> build(path, passages.get(), parallel.get()));
  }

  /** Builds an index in memory. */
  public static PassageIndex inMemory(
      List<Passage> passages, ParallelText parallel, Analyzers analyzers, ConceptPhrases concepts) {
    Directory directory = new ByteBuffersDirectory();
    try {
      write(directory, passages, parallel, analyzers, concepts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return open(directory);
  }

  private static void write(
      Directory directory,
      List<Passage> passages,
      ParallelText parallel,
      Analyzers analyzers,
      ConceptPhrases concepts)
      throws IOException {
    // Side by side: writing an index keeps one processor busy.
    CompletableFuture<TranslationTable> translations =
        CompletableFuture.supplyAsync(() -> TranslationTable.learn(parallel, analyzers));
    new IndexBuilder(analyzers, concepts).build(directory, passages);
    TranslationFile.write(directory, translations.join());
  }

  private static PassageIndex open(Directory directory) {
    try {
      return new PassageIndex(DirectoryReader.open(directory), TranslationFile.read(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<PassageIndex> openSound(Path path) {
    if (!Files.isDirectory(path)) {
      return Optional.empty();
    }
    try {
      Directory directory = new MMapDirectory(path);
      TranslationTable translations = TranslationFile.read(directory);
      DirectoryReader reader = DirectoryReader.open(directory);
      for (LeafReaderContext leaf : reader.leaves()) {
        if (leaf.reader() instanceof CodecReader codec) {
          codec.checkIntegrity();
        }
      }
      return Optional.of(new PassageIndex(reader, translations));
    } catch (IOException | RuntimeException e) {
      log.warn("index_broken cause={}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private PassageIndex build(Path path, List<Passage> passages, ParallelText parallel) {
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempDirectory(folder, "building-");
      try (Directory directory = new MMapDirectory(fresh)) {
        write(directory, passages, parallel, analyzers, concepts);
      }
      deleteOthers(fresh);
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
      return open(new MMapDirectory(path));
    } catch (IOException e) {
      log.warn("index_in_memory cause={}", e.getClass().getSimpleName());
      return inMemory(passages, parallel, analyzers, concepts);
    }
  }

  private void deleteOthers(Path keep) throws IOException {
    try (Stream<Path> indexes = Files.list(folder)) {
      for (Path index : indexes.filter(p -> !p.equals(keep)).toList()) {
        try (Stream<Path> files = Files.walk(index)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(file);
          }
        }
      }
    }
  }
}
