package org.hamsafar.answer;

/**
 * What speaks for or against a candidate. Each is from 0 to 1 unless said; docs/decisions/0025
 * tells how their weights are learned.
 */
public enum Signal {
  /** Always 1. */
  BIAS,
  /** Likeness to the nearest way of asking, the title included. */
  ASKED,
  /** Likeness to the second nearest way of asking. */
  ASKED_NEXT,
  /** Share of the question's information that stands in any way of asking or the title. */
  ASKED_ANYWHERE,
  /** Share of it that stands anywhere in the passage. */
  COVERED,
  /** Share of it that stands in the title. */
  TITLE,
  /** Share of the question's concepts that the ways of asking speak of. */
  CONCEPTS,
  /** Whether the word that tells most stands in a way of asking (1) or only in the text (0.5). */
  HEAVIEST,
  /** Logarithm of the search score, at least 0. */
  BM25,
  /** The search score as a share of the best candidate's. */
  BM25_OF_BEST,
  /** Whether the entry is of the person's country or its groups. */
  HERE,
  /** Whether it is of a country that the question says somebody goes to, or of its groups. */
  GOAL,
  /** Whether it is of a country that the question names without such a sign. */
  NAMED,
  /**
   * Whether it is of one that somebody comes from, a relative is in, or whose language is named.
   */
  AWAY,
  /** Whether it is of a group of countries only, not of one of these itself. */
  GROUP,
  /** Whether the entry is of none of these countries. */
  ELSEWHERE,
  /** Whether the entry is of some country while none is known. */
  SOMEWHERE,
  /** Whether it is an author's view. */
  AUTHOR_VIEW,
  /** Whether the entry is only for holders of another paper. */
  OTHER_PAPER,
  /** Whether the passage is in another language than the question. */
  FOREIGN,
  /** Share of the question's information that the entry has in its words as translated. */
  TRANSLATED,
  /** How likely the question is about the entry's subject, by logarithm of probability. */
  TOPIC,
  /** How likely it is about the entry's matter, likewise. */
  MATTER,
  /** Its place among the entries that mean the same, 1 for the nearest; 0 without a model. */
  MEANING,
  /** How much more it means the same than the last of these does, as a share of what it could. */
  MEANING_LEAD,

  /** Of the first candidate: how far it leads over the second, in ranks, from -3 to 3. */
  LEAD,
  /** Of a question: the share of its information in words that no passage has. */
  UNKNOWN,
  /** Of a question: logarithm of its information. */
  LENGTH,
  /** Of a question: likeness to the nearest way of asking for what the bot does not speak of. */
  OFF_TOPIC,
  /** Of a question: how far such a matter leads over the first candidate, from -3 to 3. */
  OFF_TOPIC_LEAD,
  /** Of a question: how likely it is about no subject of ours, as {@link #TOPIC} tells it. */
  NO_TOPIC;

  @SuppressWarnings("EnumOrdinal") // a vector of signals has no other order
  int place() {
    return ordinal();
  }

  /** The name in the file of weights. */
  String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
