package org.hamsafar.retrieval;

import java.util.Map;
import org.hamsafar.language.LanguageTag;

/** Names and weights of the fields of a passage. */
final class Fields {
  static final String ENTRY = "entry";
  static final String COUNTRY = "country";
  static final String LANGUAGE = "language";
  static final String SIGNATURE = "signature";
  static final String QUESTIONS = "questions";
  static final String TITLE = "title";
  static final String SHORT_ANSWER = "short";
  static final String BODY = "body";

  /** Every term of the questions and the title once. */
  static final String ASKED = "asked";

  /** Every term of the passage once: for document frequencies. */
  static final String ALL = "all";

  /** Runs of four letters of the whole passage. */
  static final String LETTERS = "letters";

  /** Sound keys of the whole passage. */
  static final String SOUNDS = "sounds";

  /** Phrases of concepts, with their language before and their concept behind. */
  static final String CONCEPT = "concept";

  /** What a match in a field counts. */
  static final Map<String, Float> WEIGHTS =
      Map.of(QUESTIONS, 2.0f, TITLE, 1.5f, SHORT_ANSWER, 0.8f, BODY, 0.6f);

  private Fields() {}

  /** How a concept's phrase begins in its field. */
  static String conceptPhrase(LanguageTag language, String phrase) {
    return language.value() + '\u0001' + phrase + '\u0001';
  }
}
