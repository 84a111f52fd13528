package org.hamsafar.knowledge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hamsafar.language.LanguageTag;

/** Reads a seed document: {@code source.yaml} and a folder for each section. */
final class SeedReader {
  /** The topic under which a document's sections stand. */
  static final String TOPIC = "background";

  private final KnowledgeFolder folder;
  private final TextReader texts;
  private final Problems problems;
  private final Set<LanguageTag> languages;
  private final LocalDate today;

  SeedReader(KnowledgeFolder folder, Set<LanguageTag> languages, LocalDate today) {
    this.folder = folder;
    this.texts = new TextReader(folder);
    this.problems = folder.problems();
    this.languages = languages;
    this.today = today;
  }

  Optional<SeedDocument> read(Path path) {
    Path yaml = path.resolve("source.yaml");
    if (!Files.exists(yaml)) {
      problems.add(Check.K007, folder.name(yaml), 0, "the file source.yaml");
      return Optional.empty();
    }
    return folder
        .read(yaml)
        .flatMap(t -> YamlMap.parse(t, folder.name(yaml), 1, problems))
        .map(map -> document(map, path));
  }

  private SeedDocument document(YamlMap map, Path path) {
    map.only("id", "title", "author", "publisher", "series", "date", "checked", "note", "url");
    String id = map.text("id");
    if (!id.equals(path.getFileName().toString())) {
      map.problem(Check.K016, "id", "'%s' is not the folder's name".formatted(id));
    }
    LocalDate checked = map.date("checked");
    Map<LanguageTag, String> titles = map.localized("title", true);
    Source source =
        new Source(
            map.text("author") + ": " + titles.getOrDefault(LanguageTag.ENGLISH, id),
            map.text("publisher"),
            map.optional("url"),
            checked);
    List<Entry> sections = new ArrayList<>();
    for (Path section : folder.list(path)) {
      if (Files.isDirectory(section)) {
        section(section, "seed/" + id + "/" + section.getFileName(), source)
            .ifPresent(sections::add);
      }
    }
    return new SeedDocument(
        id,
        titles,
        map.text("author"),
        map.text("publisher"),
        map.text("date"),
        checked,
        map.localized("note", true),
        sections);
  }

  private Optional<Entry> section(Path path, String id, Source source) {
    Map<LanguageTag, Translation> found = new LinkedHashMap<>();
    Optional<Translation> english =
        Files.exists(path.resolve("en.md"))
            ? texts.read(path.resolve("en.md"), LanguageTag.ENGLISH)
            : Optional.empty();
    if (english.isEmpty()) {
      problems.add(Check.K028, folder.name(path), 0, "no readable en.md");
      return Optional.empty();
    }
    found.put(LanguageTag.ENGLISH, english.get());
    for (LanguageTag tag : languages) {
      Path file = path.resolve(tag + ".md");
      if (!tag.equals(LanguageTag.ENGLISH) && Files.exists(file)) {
        texts
            .read(file, tag)
            .filter(t -> TextChecks.agree(english.get(), t, folder.name(file), problems))
            .ifPresent(t -> found.put(tag, t));
      }
    }
    return Optional.of(
        new Entry(
            id,
            Country.ANY,
            List.of(TOPIC),
            List.of(),
            3,
            Risk.LOW,
            Entry.Kind.AUTHOR_VIEW,
            TOPIC,
            id,
            today.plusYears(1),
            List.of(source),
            List.of(),
            List.of(),
            Map.of(),
            found,
            Map.of()));
  }
}
