package org.hamsafar.app;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;
import org.hamsafar.answer.DangerModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the learned model on disk. What cannot be read or written is learned again. */
final class DangerModelCache {
  private static final Logger log = LoggerFactory.getLogger(DangerModelCache.class);
  private static final String NAME = "danger.bin";

  private final Path file;
  private final String fingerprint;

  /**
   * @param folder where the file is kept; made if missing
   * @param fingerprint of the files that the model is learned from
   */
  DangerModelCache(Path folder, String fingerprint) {
    this.file = folder.resolve(NAME).toAbsolutePath();
    this.fingerprint = fingerprint;
  }

  DangerModel open(Supplier<DangerModel> learn) {
    return read()
        .orElseGet(() -> {
          DangerModel model = learn.get();
          write(model);
          return model;
        });
  }

  private Optional<DangerModel> read() {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      return in.readUTF().equals(fingerprint)
          ? Optional.of(DangerModel.read(in))
          : Optional.empty();
    } catch (IOException e) {
      log.warn("danger_model_broken cause={}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private void write(DangerModel model) {
    try {
      Files.createDirectories(file.getParent());
      Path fresh = Files.createTempFile(file.getParent(), NAME, ".new");
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16))) {
        out.writeUTF(fingerprint);
        model.write(out);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      log.warn("danger_model_not_kept cause={}", e.getClass().getSimpleName());
    }
  }
}
