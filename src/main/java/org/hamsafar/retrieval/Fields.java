package org.hamsafar.retrieval;

import org.hamsafar.language.LanguageTag;

/** Names of the fields of a passage. */
final class Fields {
  static final String ENTRY = "entry";
  static final String COUNTRY = "country";
  static final String LANGUAGE = "language";
  static final String SIGNATURE = "signature";

  /** Terms of the ways of asking and the title. */
  static final String QUESTIONS = "questions";

  /** Terms of the text. */
  static final String BODY = "body";

  /** Every term of the passage once: for counting. */
  static final String ALL = "all";

  /** Every term of the questions and the title once. */
  static final String ASKED = "asked";

  /** Runs of four letters of the title and the ways of asking; of the text where there are none. */
  static final String LETTERS = "letters";

  /** Sound keys of the same. */
  static final String SOUNDS = "sounds";

  /** Phrases of concepts, with their language before and their concept behind. */
  static final String CONCEPT = "concept";

  /** Of a way of asking alone: its vector. */
  static final String VECTOR = "vector";

  /** Of a way of asking alone: a digest of its text. */
  static final String TEXT = "text";

  /** What a match in a way of asking counts against one in the text. */
  static final float QUESTIONS_WEIGHT = 2.2f;

  /** Stands between language, phrase and concept. */
  static final char BETWEEN = '\u0001';

  private Fields() {}

  /** How the phrases of all concepts of a language begin. */
  static String conceptPhrases(LanguageTag language) {
    return language.value() + BETWEEN;
  }

  /** One of them, with its concept. */
  static String conceptPhrase(LanguageTag language, String phrase, String concept) {
    return conceptPhrases(language) + phrase + BETWEEN + concept;
  }
}
