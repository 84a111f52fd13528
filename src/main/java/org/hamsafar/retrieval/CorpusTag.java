package org.hamsafar.retrieval;

import java.util.Optional;
import org.hamsafar.language.LanguageTag;

/** Our tags for the codes that corpora use. */
final class CorpusTag {
  private CorpusTag() {}

  /** Empty if it is no code of a language. */
  static Optional<LanguageTag> of(String code) {
    String tag =
        switch (code.replace('_', '-')) {
          case "prs", "prs-AF", "prs-Arab" -> "fa-AF";
          case "pus", "pbt", "pbt-Arab", "ps-AF" -> "ps";
          case "uz", "uzb", "uzn", "uzn-Latn" -> "uz-Latn";
          case "eng", "en-US", "en-GB", "eng-Latn" -> "en";
          case "pes", "fas", "fa-IR", "pes-Arab" -> "fa";
          default -> code.replace('_', '-');
        };
    return LanguageTag.isTag(tag) ? Optional.of(new LanguageTag(tag)) : Optional.empty();
  }
}
