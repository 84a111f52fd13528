package org.hamsafar.knowledge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.hamsafar.language.LanguageTag;

/**
 * Reads the knowledge folder and the seeds into immutable records. What is broken is left out and
 * told; the rest serves.
 */
public final class KnowledgeLoader {
  private final Path knowledgeRoot;
  private final Path seedsRoot;
  private final LocalDate today;

  /**
   * @param today the day against which review dates are held
   */
  public KnowledgeLoader(Path knowledgeRoot, Path seedsRoot, LocalDate today) {
    this.knowledgeRoot = knowledgeRoot;
    this.seedsRoot = seedsRoot;
    this.today = today;
  }

  /**
   * What was read.
   *
   * @param problems all faults found, sorted by file and line
   */
  public record Loaded(Knowledge knowledge, List<Problem> problems) {
    public Loaded {
      problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
      return problems.stream().anyMatch(Problem::isError);
    }
  }

  /**
   * Reads everything.
   *
   * @throws KnowledgeMissingException if the folder or its languages.yaml is not there
   */
  public Loaded load() {
    return load(false);
  }

  /** Like {@link #load()}, the test questions included. */
  public Loaded loadWithTests() {
    return load(true);
  }

  private Loaded load(boolean withTests) {
    if (!Files.exists(knowledgeRoot.resolve("languages.yaml"))) {
      throw new KnowledgeMissingException(knowledgeRoot);
    }
    Problems problems = new Problems();
    KnowledgeFolder folder = new KnowledgeFolder(knowledgeRoot, problems);
    SharedFiles shared = new SharedFiles(folder, today);
    SequencedMap<LanguageTag, Language> languages = shared.languages();
    SequencedMap<String, Topic> topics = shared.topics();
    SequencedMap<String, Country> countries = shared.countries();
    SequencedMap<String, Entry> entries = new LinkedHashMap<>();
    EntryReader reader =
        new EntryReader(folder, languages.keySet(), topics.keySet(), countries, today);
    readGuidance(folder, reader, entries);
    List<SeedDocument> seeds = readSeeds(problems, languages);
    seeds.forEach(seed -> seed.sections().forEach(s -> entries.put(s.id(), s)));
    Knowledge knowledge =
        new Knowledge(
            Collections.unmodifiableSequencedMap(languages),
            Collections.unmodifiableSequencedMap(countries),
            Collections.unmodifiableSequencedMap(topics),
            Collections.unmodifiableSequencedMap(entries),
            Collections.unmodifiableSequencedMap(shared.plans()),
            shared.concepts(),
            shared.dangerPhrases(),
            shared.messages(),
            seeds,
            withTests ? shared.tests() : List.of());
    CrossChecks.check(knowledge, problems);
    return new Loaded(knowledge, problems.sorted());
  }

  private static void readGuidance(
      KnowledgeFolder folder, EntryReader reader, Map<String, Entry> entries) {
    for (Path country : folders(folder, folder.root().resolve("guidance"))) {
      for (Path topic : folders(folder, country)) {
        for (Path entry : folders(folder, topic)) {
          reader
              .read(entry, country.getFileName().toString(), topic.getFileName().toString())
              .ifPresent(e -> entries.put(e.id(), e));
        }
      }
    }
  }

  private static Collection<Path> folders(KnowledgeFolder folder, Path parent) {
    return folder.list(parent).stream().filter(Files::isDirectory).toList();
  }

  private List<SeedDocument> readSeeds(
      Problems problems, SequencedMap<LanguageTag, Language> languages) {
    KnowledgeFolder folder = new KnowledgeFolder(seedsRoot, problems);
    SeedReader reader = new SeedReader(folder, languages.keySet(), today);
    List<SeedDocument> seeds = new ArrayList<>();
    for (Path path : folders(folder, seedsRoot)) {
      reader.read(path).ifPresent(seeds::add);
    }
    return seeds;
  }
}
