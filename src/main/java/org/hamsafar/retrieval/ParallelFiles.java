package org.hamsafar.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hamsafar.language.LanguageTag;

/**
 * Reads parallel text that an operator gives: TMX files ({@code .tmx}), and tables ({@code .tsv})
 * whose first line names the languages of the columns.
 */
public final class ParallelFiles {
  private static final Pattern UNIT = Pattern.compile("<tu[ >].*?</tu>", Pattern.DOTALL);
  private static final Pattern VARIANT =
      Pattern.compile(
          "<tuv[^>]*?(?:xml:)?lang=\"([^\"]+)\"[^>]*>.*?<seg>(.*?)</seg>", Pattern.DOTALL);

  private ParallelFiles() {}

  /** All parallel text in a file, or in the files of a folder in the order of their names. */
  public static ParallelText read(Path path) {
    try (Stream<Path> found = Files.walk(path)) {
      List<Map<LanguageTag, String>> segments = new ArrayList<>();
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.toString();
        if (name.endsWith(".tmx")) {
          segments.addAll(tmx(text(file)));
        } else if (name.endsWith(".tsv")) {
          segments.addAll(table(text(file)));
        }
      }
      return new ParallelText(segments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static List<Map<LanguageTag, String>> tmx(String text) {
    List<Map<LanguageTag, String>> segments = new ArrayList<>();
    Matcher units = UNIT.matcher(text);
    while (units.find()) {
      Map<LanguageTag, String> segment = new LinkedHashMap<>();
      Matcher variants = VARIANT.matcher(units.group());
      while (variants.find()) {
        put(segment, variants.group(1), plain(variants.group(2)));
      }
      segments.add(segment);
    }
    return segments;
  }

  private static String plain(String xml) {
    return xml.replaceAll("<[^>]*>", " ")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private static List<Map<LanguageTag, String>> table(String text) {
    List<String> lines = text.lines().toList();
    List<Map<LanguageTag, String>> segments = new ArrayList<>();
    if (lines.isEmpty()) {
      return segments;
    }
    String[] tags = lines.getFirst().split("\t", -1);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<LanguageTag, String> segment = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(tags.length, cells.length); i++) {
        put(segment, tags[i].strip(), cells[i]);
      }
      segments.add(segment);
    }
    return segments;
  }

  private static void put(Map<LanguageTag, String> segment, String code, String said) {
    String tag = tag(code);
    if (LanguageTag.isTag(tag) && !said.isBlank()) {
      segment.put(new LanguageTag(tag), said.strip());
    }
  }

  /** Our tag for the codes that corpora use. */
  private static String tag(String code) {
    return switch (code) {
      case "prs", "prs-AF", "prs_Arab", "fa-AF" -> "fa-AF";
      case "pus", "pbt", "pbt_Arab", "ps-AF" -> "ps";
      case "uz", "uzb", "uzn", "uzn_Latn" -> "uz-Latn";
      case "eng", "en-US", "en-GB", "eng_Latn" -> "en";
      case "pes", "fas", "fa-IR" -> "fa";
      default -> code;
    };
  }
}
