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
import org.hamsafar.knowledge.KnowledgeLoader.Loaded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the parsed knowledge on disk, so that a second start need not parse some thousand files.
 * What cannot be read is parsed again; where nothing can be written nothing is kept.
 */
final class KnowledgeCache {
  private static final Logger log = LoggerFactory.getLogger(KnowledgeCache.class);
  private static final String NAME = "knowledge.bin";

  private final Path file;
  private final String fingerprint;

  /**
   * @param folder where the file is kept; made if missing
   * @param fingerprint of the files that the knowledge is parsed from
   */
  KnowledgeCache(Path folder, String fingerprint) {
    this.file = folder.resolve(NAME);
    this.fingerprint = fingerprint;
  }

  /** The knowledge as kept, without what only building an index needs; else as parsed. */
  Loaded open(Supplier<Loaded> parse) {
    return read()
        .orElseGet(() -> {
          Loaded loaded = parse.get();
          write(new Loaded(loaded.knowledge().withoutConcepts(), loaded.problems()));
          return loaded;
        });
  }

  private Optional<Loaded> read() {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (Input in = new Input(Files.readAllBytes(file))) {
      return in.readString().equals(fingerprint)
          ? Optional.of(kryo().readObject(in, Loaded.class))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      log.warn("knowledge_cache_broken cause={}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private void write(Loaded loaded) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), NAME, ".new");
      try (Output out = new Output(Files.newOutputStream(fresh))) {
        out.writeString(fingerprint);
        kryo().writeObject(out, loaded);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      log.warn("knowledge_cache_not_kept cause={}", e.getClass().getSimpleName());
    }
  }

  private static Kryo kryo() {
    // The JDK warns of what Kryo would use otherwise.
    System.setProperty("kryo.unsafe", "false");
    return new ImmutableKryo();
  }
}
