package org.hamsafar.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
   * @param fingerprint of what the passages are made of
   */
  public PassageIndex open(String fingerprint, Supplier<List<Passage>> passages) {
    Path path = folder.resolve(fingerprint + "-" + Analyzers.VERSION);
    return openSound(path).orElseGet(() -> build(path, passages.get()));
  }

  /** Builds an index in memory. */
  public static PassageIndex inMemory(
      List<Passage> passages, Analyzers analyzers, ConceptPhrases concepts) {
    Directory directory = new ByteBuffersDirectory();
    new IndexBuilder(analyzers, concepts).build(directory, passages);
    return open(directory);
  }

  private static PassageIndex open(Directory directory) {
    try {
      return new PassageIndex(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<PassageIndex> openSound(Path path) {
    if (!Files.isDirectory(path)) {
      return Optional.empty();
    }
    try {
      DirectoryReader reader = DirectoryReader.open(new MMapDirectory(path));
      for (LeafReaderContext leaf : reader.leaves()) {
        if (leaf.reader() instanceof CodecReader codec) {
          codec.checkIntegrity();
        }
      }
      return Optional.of(new PassageIndex(reader));
    } catch (IOException | RuntimeException e) {
      log.warn("index_broken cause={}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private PassageIndex build(Path path, List<Passage> passages) {
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempDirectory(folder, "building-");
      try (Directory directory = new MMapDirectory(fresh)) {
        new IndexBuilder(analyzers, concepts).build(directory, passages);
      }
      deleteOthers(fresh);
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
      return open(new MMapDirectory(path));
    } catch (IOException e) {
      log.warn("index_in_memory cause={}", e.getClass().getSimpleName());
      return inMemory(passages, analyzers, concepts);
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
