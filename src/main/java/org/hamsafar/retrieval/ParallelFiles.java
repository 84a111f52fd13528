package org.hamsafar.retrieval;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamsafar.language.LanguageTag;

/**
 * Files of parallel text that an operator gives: TMX ({@code .tmx}), tables ({@code .tsv}) whose
 * first line names the languages of the columns, and line-aligned files whose names end in their
 * languages: line n of {@code words.en} says the same as line n of {@code words.fa-AF}.
 */
public final class ParallelFiles {
  private static final int DIGITS = 16;

  private final List<Path> files;

  public ParallelFiles(List<Path> files) {
    this.files = List.copyOf(files);
  }

  /**
   * Changes with the names and the content of the files; empty if there are none.
   *
   * @throws ParallelFileException if a file cannot be read
   */
  public String digest() {
    if (files.isEmpty()) {
      return "";
    }
    ParallelProblems problems = new ParallelProblems();
    MessageDigest digest = sha256();
    for (Path file : files) {
      problems
          .bytes(file)
          .ifPresent(bytes -> {
            digest.update(name(file).getBytes(StandardCharsets.UTF_8));
            digest.update(sha256().digest(bytes));
          });
    }
    problems.throwIfAny();
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /**
   * All parallel text in the files.
   *
   * @throws ParallelFileException with everything that is wrong with them
   */
  public ParallelText read() {
    ParallelProblems problems = new ParallelProblems();
    List<Map<LanguageTag, String>> segments = new ArrayList<>();
    Map<String, List<Path>> aligned = new LinkedHashMap<>();
    for (Path file : files) {
      if (name(file).endsWith(".tmx")) {
        segments.addAll(TmxReader.read(file, problems));
      } else if (name(file).endsWith(".tsv")) {
        segments.addAll(LineFiles.table(file, problems));
      } else {
        aligned.computeIfAbsent(LineFiles.stem(file), _ -> new ArrayList<>()).add(file);
      }
    }
    aligned.values().forEach(same -> segments.addAll(LineFiles.aligned(same, problems)));
    problems.throwIfAny();
    return new ParallelText(segments);
  }
}
