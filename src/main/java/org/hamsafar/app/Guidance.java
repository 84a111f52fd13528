package org.hamsafar.app;

import java.time.LocalDate;
import java.util.List;
import org.hamsafar.knowledge.Check;
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

  /**
   * What was read on one day. On a later one a review date may have passed, or a date that was in
   * the future come.
   */
  private record Dated(LocalDate day, Loaded loaded) {
    boolean holdsOn(LocalDate today) {
      return !today.isBefore(day)
          && (today.equals(day)
              || loaded.problems().stream().noneMatch(p -> p.check() == Check.K015))
          && loaded.knowledge().entries().values().stream()
              .noneMatch(e -> e.reviewBy().isBefore(today) && !e.reviewBy().isBefore(day));
    }
  }

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
      known = keptForAnswering().loaded();
      answering = known;
    }
    return known;
  }

  private Dated keptForAnswering() {
    return isKept()
        ? file("knowledge.bin", Dated.class)
            .open(kept -> kept.holdsOn(settings.today()), this::stripped)
        : stripped();
  }

  private Dated stripped() {
    Loaded all = all();
    return new Dated(settings.today(), new Loaded(all.knowledge().forAnswering(), all.problems()));
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
    Concepts concepts =
        isKept() ? file("concepts.bin", Concepts.class).open(this::parsed) : parsed();
    return concepts.all();
  }

  /** Without holding all that is parsed for it: somebody may ask long after the start. */
  private synchronized Concepts parsed() {
    Loaded known = whole == null ? loader(settings).load() : whole;
    return new Concepts(known.knowledge().concepts());
  }

  private <T> KeptFile<T> file(String name, Class<T> kind) {
    return ImmutableKryo.file(settings.data().resolve(name), fingerprint, kind);
  }

  /** Takes over what was made of the same guidance elsewhere. */
  void takePrepared() {
    if (isKept()) {
      new Prepared(settings, fingerprint).take();
    }
  }

  /** Says that all that is kept has been made, and of what. */
  void allIsMade() {
    if (isKept()) {
      new Prepared(settings, fingerprint).made();
    }
  }

  /** What is learned from it. */
  LearnedModels learned() {
    return isKept()
        ? LearnedModels.kept(settings.data(), this::whole, fingerprint)
        : LearnedModels.of(this::whole);
  }

  /** Where the build cannot be told nothing is kept: what another wrote may read differently. */
  private static boolean isKept() {
    return !Build.id().isEmpty();
  }
}
