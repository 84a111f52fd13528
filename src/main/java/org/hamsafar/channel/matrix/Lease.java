package org.hamsafar.channel.matrix;

import static org.hamsafar.channel.matrix.Homeserver.object;
import static org.hamsafar.channel.matrix.Homeserver.path;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time uses the account. A lock on the folder keeps out a second process on the
 * same folder; a note in the account's data on the homeserver keeps out one on a copy of the folder
 * or with another device. The note of a process that died ends after {@link #LENGTH}, but a process
 * on the same folder need not wait: the lock shows that the other is gone.
 */
final class Lease implements AutoCloseable {
  static final Duration LENGTH = Duration.ofSeconds(60);
  static final Duration RENEW = Duration.ofSeconds(15);
  private static final String TYPE = "org.hamsafar.lease";

  private final FileChannel file;
  private final FileLock lock;
  private final Homeserver server;
  private final String note;
  private final String holder;
  private final InstantSource clock;

  private Lease(
      FileChannel file,
      FileLock lock,
      Homeserver server,
      MatrixAccount account,
      InstantSource clock)
      throws IOException {
    this.file = file;
    this.lock = lock;
    this.server = server;
    this.note = "user/" + path(account.user(), "account_data", TYPE);
    this.holder = holder(account.folder().resolve("lock"));
    this.clock = clock;
  }

  /**
   * Locks the folder.
   *
   * @throws MatrixAccount.Unusable if another process has it
   */
  static Lease lock(MatrixAccount account, Homeserver server, InstantSource clock)
      throws MatrixAccount.Unusable, IOException {
    Path path = account.folder().resolve("lock");
    PrivateFiles.touch(path);
    FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
    FileLock lock = tryLock(file);
    if (lock == null) {
      file.close();
      throw new MatrixAccount.Unusable(
          "Another process uses the Matrix account in '%s'".formatted(account.folder()),
          "stop that one first");
    }
    return new Lease(file, lock, server, account, clock);
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** A copied folder has another lock file, and so another name. */
  private static String holder(Path path) throws IOException {
    Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    String name = path.toRealPath() + " " + key;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Takes or renews the note on the homeserver; false if another process holds it. */
  boolean claim() throws MatrixException, InterruptedException {
    JsonNode now = read();
    boolean foreign = !now.path("holder").asText(holder).equals(holder);
    if (foreign && now.path("until").asLong() > clock.millis()) {
      return false;
    }
    server.put(
        note, object().put("holder", holder).put("until", clock.millis() + LENGTH.toMillis()));
    return true;
  }

  private JsonNode read() throws MatrixException, InterruptedException {
    try {
      return server.get(note);
    } catch (MatrixException e) {
      if (e.reason() == MatrixException.Reason.NOT_FOUND) {
        return object();
      }
      throw e;
    }
  }

  void release() throws MatrixException, InterruptedException {
    server.put(note, object().put("holder", holder).put("until", 0));
  }

  @Override
  public void close() throws IOException {
    lock.release();
    file.close();
  }
}
