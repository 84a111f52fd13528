package org.hamsafar.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hamsafar.language.LanguageTag;

/** A document that the project is built from; its sections are entries of kind author's view. */
public record SeedDocument(
    String id,
    Map<LanguageTag, String> titles,
    String author,
    String publisher,
    String date,
    LocalDate checked,
    Map<LanguageTag, String> notes,
    List<Entry> sections) {
  public SeedDocument {
    titles = Map.copyOf(titles);
    notes = Map.copyOf(notes);
    sections = List.copyOf(sections);
  }
}
