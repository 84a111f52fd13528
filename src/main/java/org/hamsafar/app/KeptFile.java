package org.hamsafar.app;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hamsafar.knowledge.ContentDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps on disk what was parsed or learned, so that a later start need not do it again. What cannot
 * be read is made again; where nothing can be written nothing is kept.
 *
 * <p>The file begins with the fingerprint of the files that it was made from and, if it was
 * learned, with a digest of the lesson: most changes of those files leave a lesson as it was.
 */
final class KeptFile<T> {
  private static final Logger log = LoggerFactory.getLogger(KeptFile.class);

  private static final String NO_LESSON = "";

  /** The end of every such file's name. */
  static final String SUFFIX = ".bin";

  private final Path file;
  private final String fingerprint;
  private final Reader<T> reader;
  private final Writer<T> writer;

  /** Reads it as it stands in the file. */
  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  /** What follows the fingerprint. */
  private interface Content {
    void writeTo(DataOutputStream out) throws IOException;
  }

  /** Writes it so. */
  interface Writer<T> {
    void write(T made, DataOutputStream out) throws IOException;
  }

  /**
   * @param file is made if missing, and its folder; its name ends in {@link #SUFFIX}
   * @param fingerprint of the files that it is made from
   */
  KeptFile(Path file, String fingerprint, Reader<T> reader, Writer<T> writer) {
    this.file = file.toAbsolutePath();
    this.fingerprint = fingerprint;
    this.reader = reader;
    this.writer = writer;
  }

  T open(Supplier<T> make) {
    return open(_ -> true, make);
  }

  /**
   * @param holds whether what is kept is still true, for reasons that the fingerprint does not know
   */
  T open(Predicate<T> holds, Supplier<T> make) {
    return read(NO_LESSON).filter(holds).orElseGet(() -> kept(make.get(), NO_LESSON));
  }

  /**
   * @param lesson all that it is learned from, asked for only if the files have changed
   * @param learn learns from it
   */
  <L extends List<?>> T open(Supplier<L> lesson, Function<L, T> learn) {
    return read(NO_LESSON)
        .orElseGet(() -> {
          L now = lesson.get();
          String digest = ContentDigest.ofRecords(now) + Build.id();
          return kept(read(digest).orElseGet(() -> learn.apply(now)), digest);
        });
  }

  /**
   * @param lesson of which it may have been made, whatever else has changed
   */
  private Optional<T> read(String lesson) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      boolean same = in.readUTF().equals(fingerprint);
      if (!same && lesson.isEmpty()) {
        return Optional.empty();
      }
      String learned = in.readUTF();
      return same || learned.equals(lesson) ? Optional.of(reader.read(in)) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      log.warn(
          "kept_file_broken file={} cause={}", file.getFileName(), e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /**
   * Copies what another folder keeps, if it was made of {@code theirs}, as made of {@code ours}.
   *
   * @throws IOException if it cannot be read or written
   */
  static void copy(Path from, String theirs, Path to, String ours) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(from)))) {
      if (in.readUTF().equals(theirs)) {
        replace(to, ours, in::transferTo);
      }
    }
  }

  /** Nobody sees a file half written. */
  private static void replace(Path file, String fingerprint, Content content) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16))) {
      out.writeUTF(fingerprint);
      content.writeTo(out);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private T kept(T made, String lesson) {
    try {
      replace(
          file,
          fingerprint,
          out -> {
            out.writeUTF(lesson);
            writer.write(made, out);
          });
    } catch (IOException e) {
      log.warn(
          "kept_file_not_written file={} cause={}",
          file.getFileName(),
          e.getClass().getSimpleName());
    }
    return made;
  }
}
