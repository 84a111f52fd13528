package org.hamsafar.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everyday sentences of each language, from which languages are learnt. */
public final class LanguageSamples {
  /** The languages that a message is taken for. */
  private static final List<String> TAGS =
      List.of(
          "en",
          "fa-AF",
          "ps",
          "uz-Latn",
          "uz-Arab",
          "de",
          "tr",
          "ur",
          "fr",
          "sv",
          "nl",
          "ar",
          "fa-AF-Latn",
          "ps-Latn",
          "tg",
          "uz-Cyrl");

  private LanguageSamples() {}

  /** The samples that ship with the program: lines of text by language. */
  public static Map<LanguageTag, List<String>> shipped() {
    Map<LanguageTag, List<String>> samples = new LinkedHashMap<>();
    for (String tag : TAGS) {
      List<String> lines = read(tag);
      if (!lines.isEmpty()) {
        samples.put(new LanguageTag(tag), new ArrayList<>(lines));
      }
    }
    return samples;
  }

  private static List<String> read(String tag) {
    try (InputStream in = LanguageSamples.class.getResourceAsStream("samples/" + tag + ".txt")) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
