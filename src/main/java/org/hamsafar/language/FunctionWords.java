package org.hamsafar.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Words that hold a sentence together and tell little of what it is about. */
public final class FunctionWords {
  private FunctionWords() {}

  /**
   * The function words of a language, as written; empty for a language without a list. Iranian
   * Persian has those of Dari.
   */
  public static List<String> of(LanguageTag tag) {
    LanguageTag listed = tag.equals(LanguageTag.PERSIAN) ? LanguageTag.DARI : tag;
    String name = "function-words/" + listed.value() + ".txt";
    try (InputStream in = FunctionWords.class.getResourceAsStream(name)) {
      return in == null
          ? List.of()
          : List.of(
              new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split("\\s+", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
