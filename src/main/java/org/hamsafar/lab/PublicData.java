package org.hamsafar.lab;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.ParallelFiles;
import org.hamsafar.retrieval.ParallelText;

/**
 * Public data sets below one folder, found by the names of their files: NTREX-128, TICO-19,
 * NLLB-Seed, ParsiNLU, PQuAD, OMoS-QA and an Uzbek glossary. docs/evaluation.md says where to get
 * them.
 */
final class PublicData {
  private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);
  private static final Pattern CELL =
      Pattern.compile("<td class='([a-z_]*)'[^>]*>(.*?)</td>", Pattern.DOTALL);

  private final Map<String, Path> files = new LinkedHashMap<>();
  private final ObjectMapper json =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  PublicData(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      found
          .filter(Files::isRegularFile)
          .sorted(Comparator.naturalOrder())
          .forEach(file ->
              files.putIfAbsent(folder.relativize(file).toString().replace('\\', '/'), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of an NTREX-128 file; empty if it is missing. */
  List<String> ntrex(String code) {
    return lines("." + code + ".txt");
  }

  /** The document of each line of NTREX-128. */
  List<String> ntrexDocuments() {
    return lines("DOCUMENT_IDS.tsv");
  }

  private List<String> lines(String ending) {
    return find(ending).map(PublicData::read).map(text -> text.lines().toList()).orElse(List.of());
  }

  private Optional<Path> find(String ending) {
    return files.entrySet().stream()
        .filter(e -> e.getKey().endsWith(ending))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** TICO-19: English with another language. */
  ParallelText tico(String code) {
    return new ParallelFiles(find("all.en-" + code + ".tmx").stream().toList()).read();
  }

  /** NLLB-Seed: English with {@code prs} or {@code pbt}. */
  ParallelText seed(String code, LanguageTag tag) {
    List<String> english = lines("eng_Latn-" + code + "_Arab.eng_Latn");
    List<String> other = lines("eng_Latn-" + code + "_Arab." + code + "_Arab");
    return pairs(english, LanguageTag.ENGLISH, other, tag);
  }

  static ParallelText pairs(
      List<String> one, LanguageTag oneTag, List<String> two, LanguageTag tag) {
    List<Map<LanguageTag, String>> segments = new ArrayList<>();
    for (int i = 0; i < Math.min(one.size(), two.size()); i++) {
      segments.add(Map.of(oneTag, one.get(i), tag, two.get(i)));
    }
    return new ParallelText(segments);
  }

  /** A glossary of Uzbek with English in HTML tables: words, and examples below them. */
  ParallelText uzbekGlossary() {
    List<Map<LanguageTag, String>> segments = new ArrayList<>();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      if (file.getKey().endsWith(".htm")) {
        try {
          readGlossary(Files.readString(file.getValue(), StandardCharsets.ISO_8859_1), segments);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return new ParallelText(segments);
  }

  private static void readGlossary(String html, List<Map<LanguageTag, String>> segments) {
    Matcher rows = ROW.matcher(html);
    String example = "";
    while (rows.find()) {
      List<String> cells = new ArrayList<>();
      String kind = "";
      Matcher cell = CELL.matcher(rows.group(1));
      while (cell.find()) {
        kind = cell.group(1);
        cells.add(cell.group(2).replaceAll("<[^>]*>", "").replace("&nbsp;", " ").strip());
      }
      if (kind.endsWith("_ex")) {
        boolean translation = !example.isEmpty() && rows.group(1).contains("<i>");
        if (translation) {
          add(segments, example, cells.getLast());
        }
        example = translation ? "" : cells.getLast();
      } else if (cells.size() >= 2) {
        String english = cells.getLast().replaceAll("\\([^)]*\\)", " ");
        for (String uzbek : cells.get(cells.size() - 2).split("[,;/]", -1)) {
          add(segments, uzbek.replaceAll("\\([^)]*\\)|\\b[NVXY]\\w*\\+|~", " "), english);
        }
      }
    }
  }

  private static void add(List<Map<LanguageTag, String>> segments, String uzbek, String english) {
    if (!uzbek.isBlank() && !english.isBlank()) {
      segments.add(Map.of(LanguageTag.UZBEK_LATIN, uzbek, LanguageTag.ENGLISH, english));
    }
  }

  /** Objects of a file with one JSON object a line. */
  List<JsonNode> jsonLines(String ending) {
    List<JsonNode> nodes = new ArrayList<>();
    try {
      for (String line : lines(ending)) {
        nodes.add(json.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return nodes;
  }

  /** One JSON document; a missing node if there is no such file. */
  JsonNode json(String ending) {
    try {
      Optional<Path> file = find(ending);
      return file.isEmpty() ? json.missingNode() : json.readTree(read(file.get()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
