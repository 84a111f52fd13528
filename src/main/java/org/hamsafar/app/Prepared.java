package org.hamsafar.app;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hamsafar.knowledge.ContentDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over what another data folder keeps, such as the one that was filled when the program was
 * built: a first start then learns nothing and needs little memory. It is taken only if it was made
 * of the same guidance by the same program, by content: times differ between copies.
 *
 * <p>A data folder says in {@code made-from} what its files were made of.
 */
final class Prepared {
  private static final Logger log = LoggerFactory.getLogger(Prepared.class);
  private static final String MADE_FROM = "made-from";
  private static final String INDEX = "index";

  private final Settings settings;
  private final String fingerprint;

  /** What the files of a folder were made of: as files tell at a glance, and by content. */
  private record MadeFrom(String fingerprint, String digest) {}

  /**
   * @param fingerprint of the present guidance and program
   */
  Prepared(Settings settings, String fingerprint) {
    this.settings = settings;
    this.fingerprint = fingerprint;
  }

  /** Copies into the data folder what can be taken over, if it is not of the present guidance. */
  void take() {
    Optional<Path> folder = settings.prepared();
    try {
      Optional<MadeFrom> theirs =
          isPresent() ? Optional.empty() : folder.flatMap(Prepared::madeFrom);
      if (theirs.isPresent() && theirs.get().digest().equals(digest())) {
        Files.createDirectories(settings.data());
        copyFiles(folder.orElseThrow(), theirs.get());
        copyIndex(folder.orElseThrow().resolve(INDEX), theirs.get());
        log.info("prepared_taken");
      }
    } catch (IOException e) {
      log.warn("prepared_not_taken cause={}", e.getClass().getSimpleName());
    }
  }

  /** Once everything is made: says so. */
  void made() {
    if (isPresent() || !Files.isDirectory(settings.data())) {
      return;
    }
    try {
      Path fresh = Files.createTempFile(settings.data(), MADE_FROM, ".new");
      Files.writeString(fresh, fingerprint + "\n" + digest() + "\n");
      Files.move(fresh, settings.data().resolve(MADE_FROM), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      log.warn("made_from_not_written cause={}", e.getClass().getSimpleName());
    }
  }

  private boolean isPresent() {
    return madeFrom(settings.data()).filter(m -> m.fingerprint().equals(fingerprint)).isPresent();
  }

  private static Optional<MadeFrom> madeFrom(Path folder) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(MADE_FROM));
      return lines.size() == 2
          ? Optional.of(new MadeFrom(lines.getFirst(), lines.getLast()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private String digest() throws IOException {
    return ContentDigest.of(
        List.of(settings.knowledge(), settings.seeds(), Build.code().orElseThrow()));
  }

  private void copyFiles(Path from, MadeFrom theirs) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> f.toString().endsWith(KeptFile.SUFFIX)).toList()) {
        copyFile(file, theirs);
      }
    }
  }

  private void copyFile(Path file, MadeFrom theirs) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (!in.readUTF().equals(theirs.fingerprint())) {
        return;
      }
      Path fresh = Files.createTempFile(settings.data(), file.getFileName().toString(), ".new");
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
        out.writeUTF(fingerprint);
        in.transferTo(out);
      }
      Files.move(
          fresh, settings.data().resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** An index is named after what it was made of. */
  private void copyIndex(Path from, MadeFrom theirs) throws IOException {
    Path to = settings.data().resolve(INDEX);
    if (!Files.isDirectory(from)) {
      return;
    }
    delete(to);
    Files.createDirectories(to);
    try (Stream<Path> indexes = Files.list(from)) {
      for (Path index : indexes.toList()) {
        String name = index.getFileName().toString();
        if (name.startsWith(theirs.fingerprint())) {
          Path fresh = Files.createTempDirectory(to, "taking-");
          copyAll(index, fresh);
          String ours = fingerprint + name.substring(theirs.fingerprint().length());
          Files.move(fresh, to.resolve(ours), StandardCopyOption.ATOMIC_MOVE);
        }
      }
    }
  }

  private static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
