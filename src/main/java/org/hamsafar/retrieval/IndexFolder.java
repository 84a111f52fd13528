package org.hamsafar.retrieval;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that keeps one index, in a folder of its own that is named after what it was made of. An
 * index that fails its checksums is built anew; where nothing can be written it is built in memory.
 */
final class IndexFolder<T> {
  private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);

  private final Path folder;
  private final Opener<T> opener;

  /** Makes of an opened index what it is for. */
  interface Opener<T> {
    T open(Directory directory, DirectoryReader reader) throws IOException;
  }

  /** Fills an empty directory. */
  interface Writer {
    void write(Directory directory) throws IOException;
  }

  /**
   * @param folder made if missing
   */
  IndexFolder(Path folder, Opener<T> opener) {
    this.folder = folder;
    this.opener = opener;
  }

  T open(String name, Writer writer) {
    Path path = folder.resolve(name);
    return openSound(path).orElseGet(() -> build(path, writer));
  }

  /** Builds an index in memory. */
  static <T> T inMemory(Opener<T> opener, Writer writer) {
    Directory directory = new ByteBuffersDirectory();
    try {
      writer.write(directory);
      return opener.open(directory, DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<T> openSound(Path path) {
    if (!Files.isDirectory(path)) {
      return Optional.empty();
    }
    try {
      checkIntegrity(path);
      Directory directory = new MMapDirectory(path);
      return Optional.of(opener.open(directory, DirectoryReader.open(directory)));
    } catch (IOException | RuntimeException e) {
      log.warn("index_broken cause={}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /**
   * Reads every file once, not by mapping it: what is mapped and read stays in memory. Not by
   * Lucene's own check, whose thousand bytes at a time are an eighth of a short start.
   */
  private static void checkIntegrity(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        if (!file.endsWith(IndexWriter.WRITE_LOCK_NAME)) {
          checkSum(file);
        }
      }
    }
  }

  /** A file of Lucene's ends in the sum of all before it. */
  private static void checkSum(Path file) throws IOException {
    CRC32 sum = new CRC32();
    try (DataInputStream in =
        new DataInputStream(new CheckedInputStream(Files.newInputStream(file), sum))) {
      byte[] some = new byte[1 << 16];
      for (long left = Files.size(file) - Long.BYTES; left > 0; ) {
        int count = (int) Math.min(some.length, left);
        in.readFully(some, 0, count);
        left -= count;
      }
      long before = sum.getValue();
      if (in.readLong() != before) {
        throw new CorruptIndexException("another checksum", file.getFileName().toString());
      }
    }
  }

  private T build(Path path, Writer writer) {
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempDirectory(folder, "building-");
      try (Directory directory = new MMapDirectory(fresh)) {
        writer.write(directory);
      }
      deleteOthers(folder, fresh);
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
      Directory directory = new MMapDirectory(path);
      return opener.open(directory, DirectoryReader.open(directory));
    } catch (IOException e) {
      log.warn("index_in_memory cause={}", e.getClass().getSimpleName());
      return inMemory(opener, writer);
    }
  }

  /** An index is named after what it was made of, and a suffix. */
  static void copy(Path from, String theirs, Path to, String ours) throws IOException {
    Optional<Path> index = Optional.empty();
    if (Files.isDirectory(from)) {
      try (Stream<Path> all = Files.list(from)) {
        index = all.filter(p -> p.getFileName().toString().startsWith(theirs)).findFirst();
      }
    }
    if (index.isEmpty()) {
      return;
    }
    Files.createDirectories(to);
    Path fresh = Files.createTempDirectory(to, "building-");
    try (Stream<Path> files = Files.list(index.get())) {
      for (Path file : files.toList()) {
        Files.copy(file, fresh.resolve(file.getFileName()));
      }
    }
    deleteOthers(to, fresh);
    String suffix = index.get().getFileName().toString().substring(theirs.length());
    Files.move(fresh, to.resolve(ours + suffix), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void deleteOthers(Path folder, Path keep) throws IOException {
    try (Stream<Path> indexes = Files.list(folder)) {
      IOUtils.rm(indexes.filter(p -> !p.equals(keep)).toArray(Path[]::new));
    }
  }
}
