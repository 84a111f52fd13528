package org.hamsafar.answer;

/**
 * How near to danger the text lies that a message is likeliest about: what is found for it is a
 * second witness, beside how the message sounds.
 */
enum Nearness {
  /** A country's file names it to be read in danger. */
  READ_IN_DANGER(3, 0.7, 0.55),
  /** It is of a topic near danger, or a text that is read in danger is offered beside it. */
  NEAR(3.2, 0.9, 0.87),
  /** Any other text, or none. */
  FAR(11, 0.9, 0.85);

  /** What the bound for an accident of words is multiplied by. */
  final double phrase;

  /** From this probability on the learned model is believed without a phrase. */
  final double whole;

  /** The same of some words of a long message, beside whatever else it tells. */
  final double inPassing;

  Nearness(double phrase, double whole, double inPassing) {
    this.phrase = phrase;
    this.whole = whole;
    this.inPassing = inPassing;
  }
}
