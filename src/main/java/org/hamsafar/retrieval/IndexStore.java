package org.hamsafar.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.hamsafar.language.LanguageTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index of the present knowledge on disk, so that a second start need not build it.
 *
 * <p>The folder's name is a digest of all passages and of the analyzers' version. An index that
 * fails its checksums is built anew; where nothing can be written it is built in memory.
 */
public final class IndexStore {
  private static final Logger log = LoggerFactory.getLogger(IndexStore.class);

  private final Path folder;
  private final Analyzers analyzers;

  /**
   * @param folder where indexes are kept; made if missing
   */
  public IndexStore(Path folder, Analyzers analyzers) {
    this.folder = folder;
    this.analyzers = analyzers;
  }

  /**
   * Opens the index of {@code passages} with the translations that {@code parallel} teaches,
   * building it if it is not there or broken.
   */
  public PassageIndex open(List<Passage> passages, ParallelText parallel) {
    Path path = folder.resolve(digest(passages, parallel));
    return openSound(path).orElseGet(() -> build(path, passages, parallel));
  }

  /** Builds an index in memory. */
  public static PassageIndex inMemory(
      List<Passage> passages, ParallelText parallel, Analyzers analyzers) {
    Directory directory = new ByteBuffersDirectory();
    try {
      write(directory, passages, parallel, analyzers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return open(directory);
  }

  private static void write(
      Directory directory, List<Passage> passages, ParallelText parallel, Analyzers analyzers)
      throws IOException {
    new IndexBuilder(analyzers).build(directory, passages);
    TranslationFile.write(directory, TranslationTable.learn(parallel, analyzers));
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
        write(directory, passages, parallel, analyzers);
      }
      deleteOthers(fresh);
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
      return open(new MMapDirectory(path));
    } catch (IOException e) {
      log.warn("index_in_memory cause={}", e.getClass().getSimpleName());
      return inMemory(passages, parallel, analyzers);
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

  private static String digest(List<Passage> passages, ParallelText parallel) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(("v" + Analyzers.VERSION).getBytes(StandardCharsets.UTF_8));
      for (Passage passage : passages) {
        sha.update(passage.toString().getBytes(StandardCharsets.UTF_8));
      }
      for (Map<LanguageTag, String> segment : parallel.segments()) {
        sha.update(new TreeMap<>(segment).toString().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
