package org.hamsafar.retrieval;

import org.hamsafar.language.LanguageTag;

/**
 * A passage that shares terms with a question.
 *
 * @param score BM25 over all fields, above 0
 */
public record Candidate(
    String entry, String country, LanguageTag language, float score, Signature signature) {}
