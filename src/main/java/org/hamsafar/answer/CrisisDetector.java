package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final double LIKELY = 0.9;

  /** So few words tell the model too little; the phrases know the short cries. */
  private static final int FEWEST_WORDS = 4;

  /** Below this a phrase is taken for an accident of words: {@code die} in German, a name. */
  private static final double UNLIKELY = 0.01;

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
    Optional<DangerModel.Verdict> learned = model.judge(withoutCountry);
    Set<Danger> dangers = byPhrases(text);
    if (dangers.isEmpty()) {
      return learned
          .filter(v -> v.probability() >= LIKELY)
          .filter(_ -> Folding.words(withoutCountry).size() >= FEWEST_WORDS)
          .map(v -> Set.of(v.danger()))
          .orElse(dangers);
    }
    return learned.filter(v -> v.probability() < UNLIKELY).isPresent() ? Set.of() : dangers;
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
