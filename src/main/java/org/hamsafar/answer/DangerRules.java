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

/** The phrases of the safety folder, ready to be looked for. Safe for use by many threads. */
public final class DangerRules {
  private static final int MAX_WORDS = 400;

  /** So many patterns tell in which letters all are written. */
  private static final int SAMPLE = 20;

  private final List<Rules> rules;

  private record Rules(
      boolean latin,
      UnaryOperator<String> fold,
      PhraseSet<Danger> dangers,
      PhraseSet<Boolean> harmless) {}

  public DangerRules(List<DangerPhrases> phrases) {
    this.rules = phrases.parallelStream().map(DangerRules::rules).toList();
  }

  private static Rules rules(DangerPhrases language) {
    UnaryOperator<String> fold =
        language.language().isRomanised() ? Folding::squeeze : UnaryOperator.identity();
    Rules set = new Rules(isLatin(language), fold, new PhraseSet<>(), new PhraseSet<>());
    language
        .patterns()
        .forEach((danger, patterns) -> patterns.forEach(p -> set.dangers().add(p, fold, danger)));
    language.harmless().forEach(p -> set.harmless().add(p, fold, true));
    return set;
  }

  private static boolean isLatin(DangerPhrases phrases) {
    String some =
        String.join(
            " ", phrases.patterns().values().stream().flatMap(List::stream).limit(SAMPLE).toList());
    return Script.dominant(some) == Script.LATIN;
  }

  /** The kinds of danger of which {@code text} has a phrase that no harmless one explains. */
  Set<Danger> find(String text) {
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
