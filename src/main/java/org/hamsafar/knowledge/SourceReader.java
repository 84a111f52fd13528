package org.hamsafar.knowledge;

import java.time.LocalDate;
import java.util.Optional;

/** Reads a source. */
final class SourceReader {
  private SourceReader() {}

  static Source read(YamlMap map, LocalDate today) {
    map.only("title", "publisher", "url", "checked");
    Optional<String> url = map.optional("url");
    if (url.isPresent() && !url.get().matches("https?://[^\\s/]+(/\\S*)?")) {
      map.problem(Check.K008, "url", "'url' must be a web address");
    }
    LocalDate checked = map.date("checked");
    if (checked.isAfter(today)) {
      map.problem(Check.K015, "checked", checked.toString());
    }
    return new Source(map.text("title"), map.text("publisher"), url, checked);
  }
}
