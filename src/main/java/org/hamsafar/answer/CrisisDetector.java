package org.hamsafar.answer;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hamsafar.answer.DangerModel.Verdict;
import org.hamsafar.knowledge.Danger;
import org.hamsafar.language.Folding;

/**
 * Recognises messages of somebody in danger: by the phrases of the safety folder, and by what was
 * learned from its example messages.
 */
public final class CrisisDetector {
  /** From this on it adds to what a phrase says. */
  private static final double CERTAIN = 0.9;

  /** What the whole message tells beside the clause. */
  private static final double WHOLE = 0.2;

  private static final double LIKELY_IN_DOUBT = 0.4;
  private static final double LIKELY_UNANSWERED = 0.8;

  /** So few words tell the model too little; the phrases know the short cries. */
  private static final int FEWEST_WORDS = 4;

  /**
   * Below this a phrase is taken for an accident of words: {@code die} in German, a name. Of
   * somebody lost or held people also speak years later; who speaks of killing themselves means it.
   */
  private static double unlikely(Danger danger) {
    return switch (danger) {
      case CHILD, DETAINED -> 0.05;
      case EMERGENCY -> 0.02;
      case VIOLENCE -> 0.015;
      case TRAFFICKING -> 0.01;
      case SUICIDE -> 0.006;
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
   * @param near how near to danger it is by what is found for it
   */
  Set<Danger> detect(String text, String withoutCountry, Nearness near) {
    Optional<Verdict> whole = model.judge(withoutCountry);
    Set<Danger> phrased = phrased(text, whole, near);
    // Who wishes not to wake up is not unconscious: the model may know better than the phrase.
    boolean found = !phrased.isEmpty();
    Set<Danger> all = EnumSet.noneOf(Danger.class);
    all.addAll(phrased);
    all.addAll(learned(whole, withoutCountry, found ? CERTAIN : near.whole, FEWEST_WORDS));
    if (found || all.isEmpty()) {
      all.addAll(toldInPassing(withoutCountry, found ? CERTAIN : near.inPassing));
    }
    return all;
  }

  /**
   * The kinds of which {@code text} has a phrase that is no accident of words. The message as a
   * whole tells what it is about, the clause what is meant: who tells of a card, a landlord and a
   * man who beats is in danger.
   */
  private Set<Danger> phrased(String text, Optional<Verdict> whole, Nearness near) {
    return rules.find(text).stream()
        .filter(p -> meant(p, whole) >= near.phrase * unlikely(p.danger()))
        .map(DangerRules.Phrase::danger)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How likely a phrase is meant; certainly, where nothing was learned. */
  private double meant(DangerRules.Phrase phrase, Optional<Verdict> whole) {
    return Math.pow(whole.map(Verdict::probability).orElse(1.0), WHOLE)
        * Math.pow(model.judge(phrase.clause()).map(Verdict::probability).orElse(1.0), 1 - WHOLE);
  }

  private Set<Danger> toldInPassing(String withoutCountry, double likely) {
    return model
        .judgePassing(withoutCountry)
        .filter(v -> v.probability() >= likely)
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

  private Set<Danger> learned(String withoutCountry, double likely, int fewestWords) {
    return learned(model.judge(withoutCountry), withoutCountry, likely, fewestWords);
  }

  /** The danger of a verdict; empty if it holds it for less likely, or of so few words. */
  private static Set<Danger> learned(
      Optional<Verdict> verdict, String text, double likely, int fewestWords) {
    return verdict
        .filter(v -> v.probability() >= likely)
        .filter(_ -> Folding.words(text).size() >= fewestWords)
        .map(v -> Set.of(v.danger()))
        .orElse(Set.of());
  }
}
