package org.hamsafar.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hamsafar.knowledge.ContentDigest;
import org.hamsafar.retrieval.IndexStore;
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
        Path from = folder.orElseThrow();
        Files.createDirectories(settings.data());
        copyFiles(from, theirs.get());
        IndexStore.copy(
            from.resolve(Core.INDEX),
            theirs.get().fingerprint(),
            settings.data().resolve(Core.INDEX),
            fingerprint);
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
        Path ours = settings.data().resolve(file.getFileName()).toAbsolutePath();
        KeptFile.copy(file, theirs.fingerprint(), ours, fingerprint);
      }
    }
  }
}
