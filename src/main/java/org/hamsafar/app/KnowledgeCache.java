package org.hamsafar.app;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what was parsed from the knowledge folder on disk, so that a second start need not parse
 * some thousand files. What cannot be read is parsed again; where nothing can be written nothing is
 * kept.
 */
final class KnowledgeCache<T> {
  private static final Logger log = LoggerFactory.getLogger(KnowledgeCache.class);
  private final Path file;
  private final String fingerprint;
  private final Class<T> kind;

  /**
   * @param file is made if missing, and its folder
   * @param fingerprint of the files that it is parsed from
   */
  KnowledgeCache(Path file, String fingerprint, Class<T> kind) {
    this.file = file.toAbsolutePath();
    this.fingerprint = fingerprint;
    this.kind = kind;
  }

  /** What was kept, else what is parsed. */
  T open(Supplier<T> parse) {
    return read()
        .orElseGet(() -> {
          T parsed = parse.get();
          write(parsed);
          return parsed;
        });
  }

  private Optional<T> read() {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (Input in = new Input(Files.readAllBytes(file))) {
      return in.readString().equals(fingerprint)
          ? Optional.of(kryo().readObject(in, kind))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      log.warn(
          "knowledge_cache_broken file={} cause={}",
          file.getFileName(),
          e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private void write(T parsed) {
    try {
      Files.createDirectories(file.getParent());
      Path fresh = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
      try (Output out = new Output(Files.newOutputStream(fresh))) {
        out.writeString(fingerprint);
        kryo().writeObject(out, parsed);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      log.warn(
          "knowledge_cache_not_kept file={} cause={}",
          file.getFileName(),
          e.getClass().getSimpleName());
    }
  }

  private static Kryo kryo() {
    // The JDK warns of what Kryo would use otherwise.
    System.setProperty("kryo.unsafe", "false");
    return new ImmutableKryo();
  }
}
