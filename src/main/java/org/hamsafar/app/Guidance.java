package org.hamsafar.app;

import java.util.List;
import org.hamsafar.knowledge.Concept;
import org.hamsafar.knowledge.Fingerprint;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.KnowledgeLoader;
import org.hamsafar.knowledge.KnowledgeLoader.Loaded;
import org.jspecify.annotations.Nullable;

/**
 * The guidance of one start: the part that answering needs, kept on disk between starts, and all of
 * it, parsed when an index must be built or something learned. Safe for use by many threads.
 */
final class Guidance {
  private final Settings settings;
  private final String fingerprint;
  private @Nullable Loaded whole;
  private @Nullable Loaded answering;

  /** What is kept of the concepts. */
  private record Concepts(List<Concept> all) {}

  Guidance(Settings settings) {
    this.settings = settings;
    this.fingerprint = Fingerprint.of(List.of(settings.knowledge(), settings.seeds()), Build.id());
  }

  static KnowledgeLoader loader(Settings settings) {
    return new KnowledgeLoader(settings.knowledge(), settings.seeds(), settings.today());
  }

  /** Of the files that it is read from, and of the program. */
  String fingerprint() {
    return fingerprint;
  }

  /** What answering needs. */
  synchronized Loaded forAnswering() {
    Loaded known = answering;
    if (known == null) {
      // Review dates pass: every day has faults of its own.
      known =
          isKept()
              ? new KnowledgeCache<>(
                      settings.data().resolve("knowledge.bin"),
                      fingerprint + settings.today(),
                      Loaded.class)
                  .open(this::stripped)
              : stripped();
      answering = known;
    }
    return known;
  }

  private Loaded stripped() {
    Loaded all = all();
    return new Loaded(all.knowledge().forAnswering(), all.problems());
  }

  /** All of it but the test questions. */
  Knowledge whole() {
    return all().knowledge();
  }

  private synchronized Loaded all() {
    Loaded known = whole == null ? loader(settings).load() : whole;
    whole = known;
    return known;
  }

  /** Gives the memory back that all of it takes. */
  synchronized void forgetWhole() {
    whole = null;
  }

  /** The concepts alone, for those who ask for one. */
  List<Concept> concepts() {
    return isKept()
        ? new KnowledgeCache<>(settings.data().resolve("concepts.bin"), fingerprint, Concepts.class)
            .open(this::parsed)
            .all()
        : parsed().all();
  }

  private Concepts parsed() {
    return new Concepts(whole().concepts());
  }

  /** What is learned from it. */
  LearnedModels learned() {
    return isKept()
        ? LearnedModels.kept(settings.data(), this::whole, fingerprint)
        : LearnedModels.of(whole());
  }

  /** Classes that are not packed change without a sign: nothing of theirs is kept. */
  private static boolean isKept() {
    return !Build.id().isEmpty();
  }
}
