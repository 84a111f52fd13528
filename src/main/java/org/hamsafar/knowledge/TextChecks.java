package org.hamsafar.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamsafar.language.LanguageTag;

/** Checks of one text by itself and of a translation against its source text. */
final class TextChecks {
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");
  private static final Pattern URL = Pattern.compile("https?://[^\\s>)\\]]+");
  private static final int SHORT_WORDS = 60;
  private static final int SHORT_WORDS_TRANSLATED = 80;
  private static final int WORDS = 230;
  private static final int WORDS_TRANSLATED = 300;
  private static final int TITLE_LENGTH = 80;

  private TextChecks() {}

  static void check(Translation text, YamlMap front, int bodyLine, Problems problems) {
    if (text.title().length() > TITLE_LENGTH) {
      front.problem(Check.K021, "title", "it has %d".formatted(text.title().length()));
    }
    int questions = text.questions().size();
    if (questions < 3 || questions > 8) {
      front.problem(Check.K022, "questions", "there are %d".formatted(questions));
    }
    boolean romanisable =
        text.language().equals(LanguageTag.DARI) || text.language().equals(LanguageTag.PASHTO);
    if (romanisable && text.romanised().size() < 2) {
      front.problem(Check.K043, "latin", "there are %d".formatted(text.romanised().size()));
    }
    int shortWords = words(text.body().shortAnswer().plain());
    if (shortWords > (text.sourceText() ? SHORT_WORDS : SHORT_WORDS_TRANSLATED)) {
      problems.add(Check.K023, front.file(), bodyLine, "it has %d words".formatted(shortWords));
    }
    int words = words(text.body().plain());
    if (words > (text.sourceText() ? WORDS : WORDS_TRANSLATED)) {
      problems.add(Check.K038, front.file(), bodyLine, "it has %d words".formatted(words));
    }
  }

  /** Whether {@code translation} may be shown beside {@code source}; tells what differs. */
  static boolean agree(Translation source, Translation translation, String file, Problems found) {
    if (translation.revision() > source.revision()) {
      found.add(
          Check.K026,
          file,
          1,
          "it names %d, the source text has %d"
              .formatted(translation.revision(), source.revision()));
      return false;
    }
    if (translation.revision() < source.revision()) {
      found.add(
          Check.K027,
          file,
          1,
          "it names %d, the source text has %d"
              .formatted(translation.revision(), source.revision()));
      return true;
    }
    boolean same = same(Check.K032, numbers(source), numbers(translation), file, found);
    return same(Check.K033, urls(source), urls(translation), file, found) && same;
  }

  private static boolean same(
      Check check, List<String> source, List<String> translation, String file, Problems found) {
    List<String> missing = without(source, translation);
    List<String> extra = without(translation, source);
    if (missing.isEmpty() && extra.isEmpty()) {
      return true;
    }
    found.add(check, file, 1, "missing here: %s; only here: %s".formatted(missing, extra));
    return false;
  }

  private static List<String> without(List<String> all, List<String> taken) {
    List<String> rest = new ArrayList<>(all);
    taken.forEach(rest::remove);
    return rest;
  }

  private static List<String> numbers(Translation text) {
    List<String> numbers = new ArrayList<>();
    Matcher m = NUMBER.matcher(URL.matcher(text.body().plain()).replaceAll(" "));
    while (m.find()) {
      StringBuilder ascii = new StringBuilder();
      m.group().codePoints().map(c -> Character.digit(c, 10)).forEach(ascii::append);
      numbers.add(ascii.toString());
    }
    return numbers;
  }

  private static List<String> urls(Translation text) {
    List<String> urls = new ArrayList<>();
    for (Body.Block block : text.body().blocks()) {
      List<List<Body.Span>> runs =
          switch (block) {
            case Body.Paragraph p -> List.of(p.spans());
            case Body.Heading h -> List.of(h.spans());
            case Body.Items i -> i.items();
          };
      for (List<Body.Span> run : runs) {
        for (Body.Span span : run) {
          if (span instanceof Body.Link link) {
            urls.add(link.url());
          }
        }
      }
    }
    return urls;
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }
}
