package org.hamsafar.knowledge;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hamsafar.language.LanguageTag;

/** Reads the text of an entry in one language: front matter and body. */
final class TextReader {
  private static final String FENCE = "---";

  private final KnowledgeFolder folder;
  private final MarkdownReader markdown;

  TextReader(KnowledgeFolder folder) {
    this.folder = folder;
    this.markdown = new MarkdownReader(folder.problems());
  }

  /** The text, or empty if the file has an error. */
  Optional<Translation> read(Path file, LanguageTag tag) {
    long errorsBefore = folder.problems().errors();
    Optional<Translation> text = folder.read(file).flatMap(t -> parse(t, folder.name(file), tag));
    return folder.problems().errors() > errorsBefore ? Optional.empty() : text;
  }

  private Optional<Translation> parse(String text, String file, LanguageTag tag) {
    List<String> lines = text.lines().toList();
    int end = lines.isEmpty() ? -1 : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
    if (end < 1 || !lines.getFirst().equals(FENCE)) {
      folder.problems().add(Check.K020, file, 1, "no front matter between two lines ---");
      return Optional.empty();
    }
    String head = String.join("\n", lines.subList(1, end));
    String body = String.join("\n", lines.subList(end + 1, lines.size()));
    return YamlMap.parse(head, file, 2, folder.problems())
        .map(front -> translation(front, body, end + 2, tag));
  }

  private Translation translation(YamlMap front, String body, int bodyLine, LanguageTag tag) {
    front.only(
        "title", "questions", "latin", "origin", "reviewer", "revision", "translates", "asks");
    boolean sourceText = front.keys().contains("revision");
    int revision = front.number(sourceText ? "revision" : "translates", 1, 9999);
    Translation text =
        new Translation(
            tag,
            front.text("title"),
            front.texts("questions"),
            front.texts("latin"),
            front.choice("origin", Origin.class, Origin.MACHINE),
            front.optional("reviewer"),
            revision,
            sourceText,
            markdown.read(body, front.file(), bodyLine));
    TextChecks.check(text, front, bodyLine, folder.problems());
    return text;
  }
}
