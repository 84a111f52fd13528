package org.hamsafar.retrieval;

/**
 * A passage that means what is asked, whatever its words.
 *
 * @param candidate without a score of words
 * @param likeness cosine of the angle between question and way of asking, at most 1
 */
public record Neighbour(Candidate candidate, float likeness) {}
