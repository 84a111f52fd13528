package org.hamsafar.answer;

import java.util.Locale;

/**
 * What speaks for or against a message going on about a text: the one that was read before it, or
 * one that was offered. Each is from 0 to 1 unless said; docs/decisions/0051 and 0054 tell how
 * their weights are learned.
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
  /** How likely the text tells what is asked. */
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
  /** How likely it is about the subject of the text, by logarithm. */
  READ_SUBJECT,
  /** How likely it is about its matter, likewise. */
  READ_MATTER,
  /** Share of what the message tells that stands in the text. */
  READ_COVERED,
  /** Likeness to the nearest way of asking for that text. */
  READ_ASKED,
  /** How far it is behind the first candidate, in ranks, from 0 to 4. */
  READ_BEHIND,
  /** Whether it is the first candidate. */
  READ_FIRST,
  /** Whether the first candidate has the same subject. */
  SAME_SUBJECT,
  /** Of what was offered: one by its place. */
  PLACE,
  /**
   * Of what was offered: whether the message before told of it; else it is related to what was
   * read.
   */
  TOLD_OF,
  /** Of what was offered: whether that was before the last answer. */
  EARLIER,
  /** Of what was read: the share of what was offered that the message before told of. */
  OTHERS_TOLD_OF;

  /** The name in the file of weights. */
  String key() {
    return "continues." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name of the weight where the text was offered only. */
  String keyIfOffered() {
    return "offered." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
