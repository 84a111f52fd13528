package org.hamsafar.answer;

import java.util.Locale;

/**
 * What speaks for or against a message going on about the text that was read before it. Each is
 * from 0 to 1 unless said; docs/decisions/0051 tells how their weights are learned.
 */
public enum ThreadSign {
  /** Always 1. */
  BIAS,
  /** Number of words, as a share of twenty. */
  WORDS,
  /** Whether it begins with "and". */
  AND,
  /** Whether it asks when, where, why, who or how much. */
  ASKS,
  /** Whether it asks for a kind of point and tells of nothing else. */
  POINT_ONLY,
  /** How likely the text that was read tells what is asked. */
  POINT_TOLD,
  /** Whether it asks for a kind of point of which that text does not tell. */
  POINT_UNTOLD,
  /** Whether it names a country. */
  NAMES_COUNTRY,
  /** How likely the message by itself has an answer at all. */
  ANSWERABLE,
  /** How likely the first candidate for the message by itself is right. */
  RIGHT,
  /** How likely the message is about the subject of that candidate, by logarithm. */
  FIRST_SUBJECT,
  /** How likely it is about its matter, likewise. */
  FIRST_MATTER,
  /** Likeness of the message to the nearest way of asking of that candidate. */
  FIRST_ASKED,
  /** How likely the message is about no subject of ours, by logarithm. */
  NO_TOPIC,
  /** How likely it is about the subject of the text that was read, by logarithm. */
  READ_SUBJECT,
  /** How likely it is about its matter, likewise. */
  READ_MATTER,
  /** Share of what the message tells that stands in the text that was read. */
  READ_COVERED,
  /** Likeness to the nearest way of asking for that text. */
  READ_ASKED,
  /** How far it is behind the first candidate, in ranks, from 0 to 4. */
  READ_BEHIND,
  /** Whether it is the first candidate. */
  READ_FIRST,
  /** Whether the first candidate has the same subject. */
  SAME_SUBJECT;

  /** The name in the file of weights. */
  String key() {
    return "continues." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
