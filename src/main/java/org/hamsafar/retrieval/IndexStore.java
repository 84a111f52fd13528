package org.hamsafar.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;

/**
 * Keeps the index of the present knowledge on disk, so that a second start need not build it.
 *
 * <p>The folder's name is the fingerprint of the knowledge and the analyzers' version.
 */
public final class IndexStore {
  private final Path folder;
  private final Analyzers analyzers;
  private final ConceptPhrases concepts;
  private final Optional<VectorStore> vectors;

  /**
   * @param folder where indexes are kept; made if missing
   */
  public IndexStore(Path folder, Analyzers analyzers, ConceptPhrases concepts) {
    this(folder, analyzers, concepts, Optional.empty());
  }

  /**
   * @param folder where indexes are kept; made if missing
   * @param vectors by which meanings are found, too
   */
  public IndexStore(
      Path folder, Analyzers analyzers, ConceptPhrases concepts, Optional<VectorStore> vectors) {
    this.folder = folder;
    this.analyzers = analyzers;
    this.concepts = concepts;
    this.vectors = vectors;
  }

  /**
   * Opens an index, building it if it is not there or broken.
   *
   * @param fingerprint of what the passages and the parallel text are made of
   * @param parallel teaches the index to translate words
   */
  public PassageIndex open(
      String fingerprint, Supplier<List<Passage>> passages, Supplier<ParallelText> parallel) {
    Optional<VectorIndex> meanings = vectors.map(store -> store.open(fingerprint, passages));
    return new IndexFolder<>(folder, (directory, reader) -> open(directory, reader, meanings))
        .open(
            fingerprint + "-" + Analyzers.VERSION,
            directory -> write(directory, passages.get(), parallel.get(), analyzers, concepts));
  }

  /**
   * Copies the index that another folder keeps, if it was made of {@code theirs}, as made of {@code
   * ours}; what stood in {@code to} is deleted.
   */
  public static void copy(Path from, String theirs, Path to, String ours) throws IOException {
    IndexFolder.copy(from, theirs, to, ours);
  }

  /** Builds an index in memory. */
  public static PassageIndex inMemory(
      List<Passage> passages, ParallelText parallel, Analyzers analyzers, ConceptPhrases concepts) {
    return IndexFolder.inMemory(
        (directory, reader) -> open(directory, reader, Optional.empty()),
        directory -> write(directory, passages, parallel, analyzers, concepts));
  }

  private static void write(
      Directory directory,
      List<Passage> passages,
      ParallelText parallel,
      Analyzers analyzers,
      ConceptPhrases concepts)
      throws IOException {
    // Side by side: writing an index keeps one processor busy.
    CompletableFuture<LearnedTranslations> translations =
        CompletableFuture.supplyAsync(
            () -> new TranslationLearner(analyzers).learn(parallel),
            Thread.ofPlatform().name("translations")::start);
    new IndexBuilder(analyzers, concepts).build(directory, passages);
    KeptTranslations.write(directory, translations.join());
  }

  private static PassageIndex open(
      Directory directory, DirectoryReader reader, Optional<VectorIndex> vectors)
      throws IOException {
    return new PassageIndex(reader, KeptTranslations.open(directory), vectors);
  }
}
