package org.hamsafar.app;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a learned model on disk. What cannot be read or written is learned again. */
final class ModelCache<T> {
  private static final Logger log = LoggerFactory.getLogger(ModelCache.class);

  private final Path file;
  private final String fingerprint;
  private final Reader<T> reader;
  private final Writer<T> writer;

  /** Reads a model as it stands in a file. */
  interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  /** Writes it so. */
  interface Writer<T> {
    void write(T model, DataOutput out) throws IOException;
  }

  /**
   * @param file is made if missing, and its folder
   * @param fingerprint of the files that the model is learned from
   */
  ModelCache(Path file, String fingerprint, Reader<T> reader, Writer<T> writer) {
    this.file = file.toAbsolutePath();
    this.fingerprint = fingerprint;
    this.reader = reader;
    this.writer = writer;
  }

  T open(Supplier<T> learn) {
    return read()
        .orElseGet(() -> {
          T model = learn.get();
          write(model);
          return model;
        });
  }

  private Optional<T> read() {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      return in.readUTF().equals(fingerprint) ? Optional.of(reader.read(in)) : Optional.empty();
    } catch (IOException e) {
      log.warn("model_broken file={} cause={}", file.getFileName(), e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private void write(T model) {
    try {
      Files.createDirectories(file.getParent());
      Path fresh = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16))) {
        out.writeUTF(fingerprint);
        writer.write(model, out);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      log.warn("model_not_kept file={} cause={}", file.getFileName(), e.getClass().getSimpleName());
    }
  }
}
