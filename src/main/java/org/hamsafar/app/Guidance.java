package org.hamsafar.app;

import java.util.List;
import java.util.function.Supplier;
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
      known = kept("knowledge.bin", fingerprint + settings.today(), Loaded.class, this::stripped);
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
    return kept("concepts.bin", fingerprint, Concepts.class, this::parsed).all();
  }

  /** Without holding all that is parsed for it: somebody may ask long after the start. */
  private synchronized Concepts parsed() {
    Loaded known = whole == null ? loader(settings).load() : whole;
    return new Concepts(known.knowledge().concepts());
  }

  private <T> T kept(String name, String version, Class<T> kind, Supplier<T> make) {
    return isKept()
        ? ImmutableKryo.file(settings.data().resolve(name), version, kind).open(make)
        : make.get();
  }

  /** What is learned from it. */
  LearnedModels learned() {
    return isKept()
        ? LearnedModels.kept(settings.data(), this::whole, fingerprint)
        : LearnedModels.of(whole());
  }

  /** Where the build cannot be told nothing is kept: what another wrote may read differently. */
  private static boolean isKept() {
    return !Build.id().isEmpty();
  }
}
