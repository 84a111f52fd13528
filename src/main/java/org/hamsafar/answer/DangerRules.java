package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  /**
   * Languages whose words are written in the same letters and folded alike are looked for together.
   *
   * @param romanised whether words are squeezed
   */
  private record Spelling(boolean latin, boolean romanised) {
    static Spelling of(DangerPhrases language) {
      return new Spelling(isLatin(language), language.language().isRomanised());
    }

    String fold(String word) {
      return romanised ? Folding.squeeze(word) : word;
    }
  }

  private record Rules(Spelling spelling, PhraseSet<Danger> dangers, PhraseSet<Boolean> harmless) {}

  public DangerRules(List<DangerPhrases> phrases) {
    Map<Spelling, List<DangerPhrases>> alike =
        phrases.stream().collect(Collectors.groupingBy(Spelling::of));
    this.rules =
        alike.entrySet().parallelStream().map(e -> rules(e.getKey(), e.getValue())).toList();
  }

  private static Rules rules(Spelling spelling, List<DangerPhrases> languages) {
    Rules set = new Rules(spelling, new PhraseSet<>(), new PhraseSet<>());
    for (DangerPhrases language : languages) {
      language
          .patterns()
          .forEach((danger, patterns) ->
              patterns.forEach(p -> set.dangers().add(p, spelling::fold, danger)));
      language.harmless().forEach(p -> set.harmless().add(p, spelling::fold, true));
    }
    return set;
  }

  private static boolean isLatin(DangerPhrases phrases) {
    String some =
        String.join(
            " ", phrases.patterns().values().stream().flatMap(List::stream).limit(SAMPLE).toList());
    return Script.dominant(some) == Script.LATIN;
  }

  /**
   * A phrase of danger in a message.
   *
   * @param clause it and what stands next to it, up to the nearest marks of punctuation
   */
  record Phrase(Danger danger, String clause) {}

  /** The phrases of danger in {@code text} that no harmless one explains. */
  Set<Phrase> find(String text) {
    List<String> all = Folding.words(text);
    List<String> words = all.subList(0, Math.min(MAX_WORDS, all.size()));
    boolean hasLatin = words.stream().anyMatch(w -> w.charAt(0) < 0x250);
    boolean hasOther = words.stream().anyMatch(w -> w.charAt(0) >= 0x250);
    Map<Danger, List<PhraseSet.Range>> found = new EnumMap<>(Danger.class);
    List<PhraseSet.Range> harmless = new ArrayList<>();
    for (Rules set : rules) {
      if (set.spelling().latin() ? hasLatin : hasOther) {
        List<String> mapped = words.stream().map(set.spelling()::fold).toList();
        set.dangers()
            .find(mapped, (d, r) -> found.computeIfAbsent(d, _ -> new ArrayList<>()).add(r));
        set.harmless().find(mapped, (_, r) -> harmless.add(r));
      }
    }
    found.values().forEach(ranges -> ranges.removeIf(r -> harmless.stream().anyMatch(r::overlaps)));
    return found.values().stream().allMatch(List::isEmpty)
        ? Set.of()
        : phrases(found, new Clauses(text, words));
  }

  private static Set<Phrase> phrases(Map<Danger, List<PhraseSet.Range>> found, Clauses clauses) {
    Set<Phrase> phrases = new LinkedHashSet<>();
    found.forEach((danger, ranges) ->
        ranges.forEach(r -> phrases.add(new Phrase(danger, clauses.around(r)))));
    return phrases;
  }
}
