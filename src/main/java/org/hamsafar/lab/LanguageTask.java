package org.hamsafar.lab;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hamsafar.language.LanguageIdentifier;

/** Tells the language of the first words of NTREX sentences; nothing is learned from them. */
final class LanguageTask {
  private static final Map<String, String> LANGUAGES = languages();

  private final PublicData data;
  private final LanguageIdentifier identifier;
  private final PrintWriter out;

  LanguageTask(PublicData data, LanguageIdentifier identifier, PrintWriter out) {
    this.data = data;
    this.identifier = identifier;
    this.out = out;
  }

  private static Map<String, String> languages() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("prs", "fa-AF");
    tags.put("fas", "fa-AF");
    tags.put("pus", "ps");
    tags.put("urd", "ur");
    tags.put("arb", "ar");
    tags.put("uzb", "uz-Latn");
    tags.put("eng", "en");
    tags.put("deu", "de");
    tags.put("tur", "tr");
    return tags;
  }

  void run() {
    for (int words : new int[] {5, 3}) {
      out.println("language of the first " + words + " words (Dari and Persian count as one)");
      LANGUAGES.forEach((code, tag) -> row(code, tag, words));
    }
  }

  private void row(String code, String tag, int words) {
    Map<String, Integer> taken = new TreeMap<>();
    List<String> lines = data.ntrex(code);
    for (String line : lines) {
      String start =
          String.join(" ", Arrays.stream(line.strip().split("\\s+")).limit(words).toList());
      List<LanguageIdentifier.Guess> guesses = identifier.identify(start);
      taken.merge(
          guesses.isEmpty() ? "none" : guesses.getFirst().language().value(), 1, Integer::sum);
    }
    int right = taken.getOrDefault(tag, 0);
    taken.remove(tag);
    List<String> wrong =
        taken.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(4)
            .map(e -> e.getKey() + " " + e.getValue())
            .toList();
    out.printf(
        Locale.ROOT,
        "  %s %.3f   taken for: %s%n",
        code,
        lines.isEmpty() ? 0 : (double) right / lines.size(),
        String.join(", ", wrong));
  }
}
