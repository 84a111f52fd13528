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
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
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
   * Reads what answering needs; faults between files and in what is not needed are not looked for.
   *
   * @throws KnowledgeMissingException if the folder or its languages.yaml is not there
   */
  public Loaded load() {
    return load(false);
  }

  /** Reads and checks everything, test questions included. */
  public Loaded loadWithTests() {
    return load(true);
  }

  private Loaded load(boolean complete) {
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
    readGuidance(folder, languages.keySet(), topics.keySet(), countries, entries);
    shared.firstQuestions().forEach(q -> q.addTo(entries, problems));
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
            Collections.unmodifiableSequencedMap(shared.offTopic()),
            shared.dangerPhrases(),
            shared.dangerExamples(),
            shared.messages(),
            shared.told(),
            shared.points(),
            seeds,
            complete ? shared.tests() : List.of());
    if (complete) {
      CrossChecks.check(knowledge, problems);
    }
    return new Loaded(knowledge, problems.sorted());
  }

  /** An entry and the faults found in its folder. */
  private record Read(Optional<Entry> entry, Problems problems) {}

  /** Reads entries side by side: most of a cold start is spent here. */
  private void readGuidance(
      KnowledgeFolder folder,
      Set<LanguageTag> languages,
      Set<String> topics,
      Map<String, Country> countries,
      Map<String, Entry> entries) {
    List<Path> paths = new ArrayList<>();
    for (Path country : folders(folder, folder.root().resolve("guidance"))) {
      for (Path topic : folders(folder, country)) {
        paths.addAll(folders(folder, topic));
      }
    }
    List<Read> all =
        paths.parallelStream()
            .map(path -> readEntry(folder.root(), path, languages, topics, countries))
            .toList();
    for (Read read : all) {
      folder.problems().addAll(read.problems());
      read.entry().ifPresent(e -> entries.put(e.id(), e));
    }
  }

  private Read readEntry(
      Path root,
      Path path,
      Set<LanguageTag> languages,
      Set<String> topics,
      Map<String, Country> countries) {
    Problems own = new Problems();
    EntryReader reader =
        new EntryReader(new KnowledgeFolder(root, own), languages, topics, countries, today);
    Path names = root.resolve("guidance").relativize(path);
    return new Read(
        reader.read(path, names.getName(0).toString(), names.getName(1).toString()), own);
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
