package org.hamsafar.retrieval;

import org.hamsafar.language.LanguageTag;

/**
 * Gives texts vectors of length 1 that lie the nearer to each other, the more alike the texts'
 * meanings are. Safe for use by many threads.
 */
public interface Embedder extends AutoCloseable {
  /** Another one for every model that gives other vectors. */
  String fingerprint();

  /** Whether it understands a language. */
  boolean knows(LanguageTag language);

  /** The vector of what somebody asks. */
  float[] question(String text);

  /** The vector of a way of asking that stands in the guidance. */
  float[] passage(String text);

  @Override
  void close();
}
