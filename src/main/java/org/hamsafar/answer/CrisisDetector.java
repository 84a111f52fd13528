package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hamsafar.knowledge.Danger;
import org.hamsafar.knowledge.DangerPhrases;
import org.hamsafar.language.Folding;
import org.hamsafar.language.Script;

/**
 * Recognises messages of somebody in danger: by the phrases of the safety folder, and by what was
 * learned from its example messages.
 */
public final class CrisisDetector {
  private static final int MAX_WORDS = 400;

  /** From this on the learned model is believed without a phrase. */
  private static final double LIKELY = 0.95;

  private static final double LIKELY_IN_DOUBT = 0.6;
  private static final double LIKELY_UNANSWERED = 0.85;

  /** So few words tell the model too little; the phrases know the short cries. */
  private static final int FEWEST_WORDS = 4;

  /**
   * Below this a phrase is taken for an accident of words: {@code die} in German, a name. Of
   * somebody lost or held people also speak years later.
   */
  private static double unlikely(Danger danger) {
    return switch (danger) {
      case CHILD -> 0.1;
      case DETAINED -> 0.03;
      case SUICIDE, VIOLENCE, TRAFFICKING, EMERGENCY -> 0.01;
    };
  }

  private final List<Rules> rules = new ArrayList<>();
  private final DangerModel model;

  private record Rules(
      boolean latin,
      UnaryOperator<String> fold,
      PhraseSet<Danger> dangers,
      PhraseSet<Boolean> harmless) {}

  public CrisisDetector(List<DangerPhrases> phrases, DangerModel model) {
    this.model = model;
    for (DangerPhrases language : phrases) {
      UnaryOperator<String> fold =
          language.language().isRomanised() ? Folding::squeeze : UnaryOperator.identity();
      Rules set = new Rules(isLatin(language), fold, new PhraseSet<>(), new PhraseSet<>());
      language
          .patterns()
          .forEach((danger, patterns) ->
              patterns.forEach(p -> set.dangers().add(PhrasePattern.parse(p, fold), danger)));
      language.harmless().forEach(p -> set.harmless().add(PhrasePattern.parse(p, fold), true));
      rules.add(set);
    }
  }

  private static boolean isLatin(DangerPhrases phrases) {
    String all =
        String.join(" ", phrases.patterns().values().stream().flatMap(List::stream).toList());
    return Script.dominant(all) == Script.LATIN;
  }

  /**
   * The kinds of danger that {@code text} speaks of; empty if none.
   *
   * @param withoutCountry the text without the country that it names
   */
  public Set<Danger> detect(String text, String withoutCountry) {
    Set<Danger> dangers = byPhrases(text);
    if (dangers.isEmpty()) {
      return learned(withoutCountry, LIKELY, FEWEST_WORDS);
    }
    double bound = dangers.stream().mapToDouble(CrisisDetector::unlikely).min().orElse(0);
    boolean accident = model.judge(withoutCountry).filter(v -> v.probability() < bound).isPresent();
    return accident ? Set.of() : dangers;
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

  private Set<Danger> byPhrases(String text) {
    List<String> words = Folding.words(text);
    if (words.size() > MAX_WORDS) {
      words = words.subList(0, MAX_WORDS);
    }
    boolean hasLatin = words.stream().anyMatch(w -> w.charAt(0) < 0x250);
    boolean hasOther = words.stream().anyMatch(w -> w.charAt(0) >= 0x250);
    Map<Danger, List<PhraseSet.Range>> found = new EnumMap<>(Danger.class);
    List<PhraseSet.Range> harmless = new ArrayList<>();
    List<String> plain = words;
    for (Rules set : rules) {
      if (set.latin() ? hasLatin : hasOther) {
        List<String> mapped = plain.stream().map(set.fold()).toList();
        set.dangers()
            .find(mapped, (d, r) -> found.computeIfAbsent(d, _ -> new ArrayList<>()).add(r));
        set.harmless().find(mapped, (_, r) -> harmless.add(r));
      }
    }
    return remaining(found, harmless);
  }

  private static Set<Danger> remaining(
      Map<Danger, List<PhraseSet.Range>> found, List<PhraseSet.Range> harmless) {
    Set<Danger> dangers = EnumSet.noneOf(Danger.class);
    found.forEach((danger, ranges) -> {
      if (ranges.stream().anyMatch(r -> harmless.stream().noneMatch(r::overlaps))) {
        dangers.add(danger);
      }
    });
    return dangers;
  }
}
