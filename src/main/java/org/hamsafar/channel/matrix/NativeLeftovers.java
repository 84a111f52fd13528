package org.hamsafar.channel.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of the encryption's native library that processes have left behind. Each process unpacks
 * one and deletes it when it ends, but not when it is killed; another's copy that is in use stays
 * usable when its name is gone.
 */
final class NativeLeftovers {
  private static final Logger LOG = LoggerFactory.getLogger(NativeLeftovers.class);
  private static final String NAMES = "libvodozemac[0-9]*.{so,dylib}";

  /** Between being unpacked and being loaded a copy must not go. */
  private static final Duration UNPACKING = Duration.ofMinutes(1);

  private NativeLeftovers() {}

  /** Deletes them from a folder for temporary files. */
  static void sweep(Path folder, InstantSource clock) {
    int deleted = 0;
    try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, NAMES)) {
      for (Path copy : copies) {
        if (delete(copy, clock)) {
          deleted++;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("matrix-leftovers-stay cause={}", e.getClass().getName());
    }
    if (deleted > 0) {
      LOG.debug("matrix-leftovers-deleted count={}", deleted);
    }
  }

  /** Somebody else's copy is theirs to delete. */
  private static boolean delete(Path copy, InstantSource clock) {
    try {
      boolean old =
          Files.getLastModifiedTime(copy).toInstant().plus(UNPACKING).isBefore(clock.instant());
      return old && Files.deleteIfExists(copy);
    } catch (IOException e) {
      return false;
    }
  }
}
