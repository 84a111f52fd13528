package org.hamsafar.answer;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hamsafar.knowledge.Danger;
import org.hamsafar.language.Folding;

/**
 * Recognises messages of somebody in danger: by the phrases of the safety folder, and by what was
 * learned from its example messages.
 */
public final class CrisisDetector {
  /** From this on the learned model is believed without a phrase. */
  private static final double LIKELY = 0.7;

  /** The same of some words of a long message, beside whatever else it tells. */
  private static final double LIKELY_IN_PASSING = 0.87;

  /** From this on it adds to what a phrase says. */
  private static final double CERTAIN = 0.9;

  private static final double LIKELY_IN_DOUBT = 0.4;
  private static final double LIKELY_UNANSWERED = 0.8;

  /** So few words tell the model too little; the phrases know the short cries. */
  private static final int FEWEST_WORDS = 4;

  /**
   * Below this a phrase is taken for an accident of words: {@code die} in German, a name. Of
   * somebody lost or held people also speak years later.
   */
  private static double unlikely(Danger danger) {
    return switch (danger) {
      case CHILD, DETAINED -> 0.05;
      case SUICIDE, EMERGENCY -> 0.02;
      case VIOLENCE -> 0.015;
      case TRAFFICKING -> 0.01;
    };
  }

  private final DangerRules rules;
  private final DangerModel model;

  public CrisisDetector(DangerRules rules, DangerModel model) {
    this.rules = rules;
    this.model = model;
  }

  /**
   * The kinds of danger that {@code text} speaks of; empty if none.
   *
   * @param withoutCountry the text without the country that it names
   */
  public Set<Danger> detect(String text, String withoutCountry) {
    Set<Danger> phrased = phrased(text, withoutCountry);
    if (phrased.isEmpty()) {
      Set<Danger> learned = learned(withoutCountry, LIKELY, FEWEST_WORDS);
      return learned.isEmpty() ? toldInPassing(withoutCountry) : learned;
    }
    return both(phrased, withoutCountry);
  }

  /**
   * The kinds of which {@code text} has a phrase that is no accident of words. The message as a
   * whole tells what it is about, the clause what is meant: who tells of a card, a landlord and a
   * man who beats is in danger.
   */
  private Set<Danger> phrased(String text, String withoutCountry) {
    Set<DangerRules.Phrase> phrases = rules.find(text);
    if (phrases.isEmpty()) {
      return Set.of();
    }
    double whole = probability(withoutCountry);
    return phrases.stream()
        .filter(p -> Math.sqrt(whole * probability(p.clause())) >= unlikely(p.danger()))
        .map(DangerRules.Phrase::danger)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Danger.class)));
  }

  /** How likely {@code text} means danger; certainly, where nothing was learned. */
  private double probability(String text) {
    return model.judge(text).map(DangerModel.Verdict::probability).orElse(1.0);
  }

  /** Who wishes not to wake up is not unconscious: the model may know better than the phrase. */
  private Set<Danger> both(Set<Danger> phrases, String withoutCountry) {
    Set<Danger> all = EnumSet.copyOf(phrases);
    all.addAll(learned(withoutCountry, CERTAIN, FEWEST_WORDS));
    all.addAll(toldInPassing(withoutCountry));
    return all;
  }

  private Set<Danger> toldInPassing(String withoutCountry) {
    return model
        .judgePassing(withoutCountry)
        .filter(v -> v.probability() >= LIKELY_IN_PASSING)
        .map(v -> Set.of(v.danger()))
        .orElse(Set.of());
  }

  /** The danger in what would only be asked back about, among matters that are near danger. */
  Set<Danger> detectInDoubt(String withoutCountry) {
    return learned(withoutCountry, LIKELY_IN_DOUBT, FEWEST_WORDS);
  }

  /** The danger in what no guidance answers: nothing else would be lost by the help lines. */
  Set<Danger> detectUnanswered(String withoutCountry) {
    return learned(withoutCountry, LIKELY_UNANSWERED, 1);
  }

  /**
   * The danger that the learned model alone sees in {@code withoutCountry}; empty if it holds it
   * for less likely than {@code likely}.
   */
  private Set<Danger> learned(String withoutCountry, double likely, int fewestWords) {
    return model
        .judge(withoutCountry)
        .filter(v -> v.probability() >= likely)
        .filter(_ -> Folding.words(withoutCountry).size() >= fewestWords)
        .map(v -> Set.of(v.danger()))
        .orElse(Set.of());
  }
}
