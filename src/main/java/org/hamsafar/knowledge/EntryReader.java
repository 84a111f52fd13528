package org.hamsafar.knowledge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hamsafar.language.LanguageTag;

/** Reads one entry's folder. An entry with an error is left out; a broken translation alone is. */
final class EntryReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private static final String VOICE = ".ogg";

  private final KnowledgeFolder folder;
  private final TextReader texts;
  private final Problems problems;
  private final Set<LanguageTag> languages;
  private final Set<String> topics;
  private final Map<String, Country> countries;
  private final LocalDate today;

  EntryReader(
      KnowledgeFolder folder,
      Set<LanguageTag> languages,
      Set<String> topics,
      Map<String, Country> countries,
      LocalDate today) {
    this.folder = folder;
    this.texts = new TextReader(folder);
    this.problems = folder.problems();
    this.languages = languages;
    this.topics = topics;
    this.countries = countries;
    this.today = today;
  }

  Optional<Entry> read(Path path, String country, String topic) {
    String id = country + "/" + topic + "/" + path.getFileName();
    long before = problems.errors();
    for (String part : id.split("/", -1)) {
      if (!NAME.matcher(part).matches()) {
        problems.add(Check.K009, folder.name(path), 0, "'%s'".formatted(part));
      }
    }
    String code = country.toUpperCase(Locale.ROOT);
    if (!countries.containsKey(code)) {
      problems.add(Check.K010, folder.name(path), 0, "'%s'".formatted(country));
    }
    if (!topics.contains(topic)) {
      problems.add(Check.K011, folder.name(path), 0, "'%s'".formatted(topic));
    }
    Path yaml = path.resolve("entry.yaml");
    if (!Files.exists(yaml)) {
      problems.add(Check.K007, folder.name(yaml), 0, "the file entry.yaml");
      return Optional.empty();
    }
    Optional<YamlMap> map =
        folder.read(yaml).flatMap(t -> YamlMap.parse(t, folder.name(yaml), 1, problems));
    Optional<Entry> entry =
        map.map(m -> entry(m, id, code, topic, readTexts(path, Files.exists(yaml))));
    boolean broken = problems.errors() > before + translationErrors;
    return broken ? Optional.empty() : entry;
  }

  /** Errors in translations of the entry being read: these leave out the translation alone. */
  private long translationErrors;

  private Map<LanguageTag, Translation> readTexts(Path path, boolean guidance) {
    translationErrors = 0;
    voices.clear();
    Map<LanguageTag, Translation> result = new LinkedHashMap<>();
    Path sourceFile = path.resolve("en.md");
    if (!Files.exists(sourceFile)) {
      problems.add(Check.K028, folder.name(sourceFile), 0, "there is no such file");
      return result;
    }
    Optional<Translation> source = texts.read(sourceFile, LanguageTag.ENGLISH);
    source.ifPresent(s -> result.put(LanguageTag.ENGLISH, s));
    long before = problems.errors();
    for (Path file : folder.list(path)) {
      String name = file.getFileName().toString();
      if (name.endsWith(VOICE)) {
        readVoice(file, name);
        continue;
      }
      if (name.equals("en.md") || (guidance && name.equals("entry.yaml"))) {
        continue;
      }
      readTranslation(file, name, source).ifPresent(t -> result.put(t.language(), t));
    }
    translationErrors = problems.errors() - before;
    return result;
  }

  /** Recordings of the entry being read. */
  private final Map<LanguageTag, String> voices = new LinkedHashMap<>();

  /** A recording belongs to the text beside it; a broken one is left out alone. */
  private void readVoice(Path file, String name) {
    String tag = name.substring(0, name.length() - VOICE.length());
    boolean hasText = Files.exists(file.resolveSibling(tag + ".md"));
    String fault = hasText ? VoiceChecks.fault(file) : "there is no %s.md".formatted(tag);
    if (!fault.isEmpty() || !LanguageTag.isTag(tag)) {
      problems.add(Check.K045, folder.name(file), 0, fault);
    } else {
      voices.put(new LanguageTag(tag), folder.name(file));
    }
  }

  private Optional<Translation> readTranslation(
      Path file, String name, Optional<Translation> source) {
    String tag = name.endsWith(".md") ? name.substring(0, name.length() - 3) : "";
    if (!LanguageTag.isTag(tag) || !languages.contains(new LanguageTag(tag))) {
      problems.add(Check.K029, folder.name(file), 0, "'%s'".formatted(name));
      return Optional.empty();
    }
    return texts
        .read(file, new LanguageTag(tag))
        .filter(t ->
            source.isEmpty() || TextChecks.agree(source.get(), t, folder.name(file), problems));
  }

  private Entry entry(
      YamlMap map, String id, String code, String topic, Map<LanguageTag, Translation> texts) {
    map.only(
        "id",
        "topics",
        "importance",
        "risk",
        "status",
        "review-by",
        "sources",
        "related",
        "also-asked",
        "kind",
        "subject",
        "matter",
        "reviewers");
    map.optional("id")
        .filter(given -> !given.equals(id))
        .ifPresent(given ->
            map.problem(Check.K016, "id", "'%s' is not this folder's id %s".formatted(given, id)));
    List<String> entryTopics = map.texts("topics");
    if (entryTopics.isEmpty() || !entryTopics.getFirst().equals(topic)) {
      map.problem(Check.K012, "topics", "the folder is '%s'".formatted(topic));
    }
    for (String t : entryTopics) {
      if (!topics.contains(t)) {
        map.problem(Check.K011, "topics", "'%s'".formatted(t));
      }
    }
    List<String> status = map.texts("status");
    Optional.ofNullable(countries.get(code))
        .ifPresent(country -> checkStatus(map, status, country));
    LocalDate reviewBy = map.date("review-by");
    if (reviewBy.isBefore(today) && reviewBy.isAfter(LocalDate.EPOCH)) {
      map.problem(Check.K031, "review-by", reviewBy.toString());
    }
    Entry.Kind kind = map.choice("kind", Entry.Kind.class, Entry.Kind.GUIDANCE);
    Entry entry =
        new Entry(
            id,
            code,
            entryTopics,
            status,
            map.number("importance", 1, 3),
            map.choice("risk", Risk.class, Risk.MEDIUM),
            kind,
            map.optional("subject").orElse(topic),
            map.optional("matter").orElse(id.substring(id.lastIndexOf('/') + 1)),
            reviewBy,
            sources(map),
            map.texts("related"),
            map.texts("reviewers"),
            map.localizedLists("also-asked"),
            texts,
            voices);
    if (kind == Entry.Kind.CONTESTED) {
      checkViews(entry, map);
    }
    return entry;
  }

  private static void checkStatus(YamlMap map, List<String> status, Country country) {
    for (String id : status) {
      if (country.statuses().stream().noneMatch(s -> s.id().equals(id))) {
        map.problem(Check.K035, "status", "'%s'".formatted(id));
      }
    }
  }

  private static void checkViews(Entry entry, YamlMap map) {
    for (Translation text : entry.texts().values()) {
      long views = text.body().blocks().stream().filter(b -> b instanceof Body.Heading).count();
      if (views < 2) {
        map.problem(Check.K036, "kind", "%s has %d".formatted(text.language(), views));
      }
    }
    if (entry.reviewers().size() < 2) {
      map.problem(Check.K044, "kind", "there are %d".formatted(entry.reviewers().size()));
    }
  }

  private List<Source> sources(YamlMap map) {
    List<Source> sources = map.each("sources", m -> SourceReader.read(m, today));
    if (sources.isEmpty()) {
      map.problem(Check.K013, "sources", "the list is empty");
    } else if (sources.stream().allMatch(s -> s.url().isEmpty())) {
      map.problem(Check.K014, "sources", "%d without url".formatted(sources.size()));
    }
    return sources;
  }
}
