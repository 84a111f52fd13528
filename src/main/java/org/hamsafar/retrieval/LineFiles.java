package org.hamsafar.retrieval;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.language.LanguageTag;

/** Reads parallel text whose lines belong together: in one table, or in several files. */
final class LineFiles {
  private LineFiles() {}

  /** What the names of files that belong together share: all before the language. */
  static String stem(Path file) {
    int dot = file.toString().lastIndexOf('.');
    return dot < 0 ? file.toString() : file.toString().substring(0, dot);
  }

  private static Optional<LanguageTag> language(Path file) {
    int dot = file.toString().lastIndexOf('.');
    return CorpusTag.of(file.toString().substring(dot + 1));
  }

  /** Files in several languages that have the same stem. */
  static List<Map<LanguageTag, String>> aligned(List<Path> files, ParallelProblems problems) {
    if (files.stream().flatMap(file -> language(file).stream()).distinct().count() < 2) {
      problems.add(
          files.getFirst(),
          "has no counterpart in another language",
          "give TMX, a table (.tsv), or files of the same name that end in their languages,"
              + " such as --parallel words.en --parallel words.fa-AF");
      return List.of();
    }
    List<Map<LanguageTag, String>> segments = new ArrayList<>();
    for (Path file : files) {
      List<String> lines = lines(file, problems).orElse(List.of());
      if (segments.isEmpty()) {
        lines.forEach(_ -> segments.add(new LinkedHashMap<>()));
      }
      if (lines.size() != segments.size()) {
        problems.add(
            file,
            Math.min(lines.size(), segments.size()) + 1,
            "has %d lines, but %s has %d"
                .formatted(lines.size(), files.getFirst(), segments.size()),
            "let each line say the same as the line of that number in the other file");
        return List.of();
      }
      language(file)
          .ifPresent(tag -> {
            for (int i = 0; i < lines.size(); i++) {
              put(segments.get(i), tag, lines.get(i));
            }
          });
    }
    return segments;
  }

  /** A table with a column a language. */
  static List<Map<LanguageTag, String>> table(Path file, ParallelProblems problems) {
    List<String> lines = lines(file, problems).orElse(List.of());
    if (lines.isEmpty()) {
      problems.add(file, "is empty", "write the languages of the columns into its first line");
      return List.of();
    }
    List<Optional<LanguageTag>> tags = new ArrayList<>();
    for (String code : lines.getFirst().split("\t", -1)) {
      tags.add(CorpusTag.of(code.strip()));
    }
    if (tags.stream().filter(Optional::isPresent).distinct().count() < 2) {
      problems.add(
          file,
          1,
          "does not name two languages",
          "write the languages of the columns there, such as en and fa-AF with a tab between");
      return List.of();
    }
    List<Map<LanguageTag, String>> segments = new ArrayList<>();
    for (int row = 1; row < lines.size(); row++) {
      String[] cells = lines.get(row).split("\t", -1);
      if (cells.length > tags.size()) {
        problems.add(
            file,
            row + 1,
            "has %d cells for %d languages".formatted(cells.length, tags.size()),
            "take out the tabs that are too many");
        return List.of();
      }
      Map<LanguageTag, String> segment = new LinkedHashMap<>();
      for (int i = 0; i < cells.length; i++) {
        String cell = cells[i];
        tags.get(i).ifPresent(tag -> put(segment, tag, cell));
      }
      segments.add(segment);
    }
    return segments;
  }

  private static void put(Map<LanguageTag, String> segment, LanguageTag tag, String said) {
    if (!said.isBlank()) {
      segment.put(tag, said.strip());
    }
  }

  private static Optional<List<String>> lines(Path file, ParallelProblems problems) {
    Optional<byte[]> bytes = problems.bytes(file);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes.get());
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
      return Optional.of(text.lines().toList());
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes.get()[i] == '\n' ? 1 : 0;
      }
      problems.add(file, line, "is not UTF-8", "save the file as UTF-8");
      return Optional.empty();
    }
  }
}
