package org.hamsafar.retrieval;

import org.hamsafar.language.LanguageTag;

/** Names of the fields of a passage. */
final class Fields {
  static final String ENTRY = "entry";
  static final String COUNTRY = "country";
  static final String LANGUAGE = "language";
  static final String SIGNATURE = "signature";

  /** All terms: of the ways of asking, the title and the body. */
  static final String TEXT = "text";

  /** Every term of the questions and the title once. */
  static final String ASKED = "asked";

  /** Runs of four letters of the whole passage. */
  static final String LETTERS = "letters";

  /** Sound keys of the whole passage. */
  static final String SOUNDS = "sounds";

  /** Phrases of concepts, with their language before and their concept behind. */
  static final String CONCEPT = "concept";

  private Fields() {}

  /** How a concept's phrase begins in its field. */
  static String conceptPhrase(LanguageTag language, String phrase) {
    return conceptBeginning(language, phrase) + '\u0001';
  }

  /** How all phrases begin that begin with a term. */
  static String conceptBeginning(LanguageTag language, String term) {
    return language.value() + '\u0001' + term;
  }
}
