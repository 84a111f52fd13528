package org.hamsafar.lab;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamsafar.language.Folding;
import org.hamsafar.retrieval.WordParts;

/**
 * What share of a question a text has, by runs of four letters, seldom ones counting more: half of
 * it anywhere, half in the best two neighbouring lines. A long page has most words of any question
 * somewhere; what answers has them side by side.
 */
final class LetterCoverage {
  private final List<List<Set<String>>> texts;
  private final Map<String, Integer> frequencies = new HashMap<>();

  LetterCoverage(List<SearchTask.Text> texts) {
    this.texts =
        texts.stream()
            .map(text -> text.whole().lines().map(LetterCoverage::runs).toList())
            .toList();
    for (List<Set<String>> lines : this.texts) {
      Set<String> all = new HashSet<>();
      lines.forEach(all::addAll);
      all.forEach(run -> frequencies.merge(run, 1, Integer::sum));
    }
  }

  private static Set<String> runs(String line) {
    return new HashSet<>(WordParts.letters(Folding.words(line)));
  }

  /** From 0, no run of the question, to 1, all in two neighbouring lines. */
  double of(String question, int text) {
    Set<String> asked = runs(question);
    Set<String> anywhere = new HashSet<>();
    Set<String> before = Set.of();
    double best = 0;
    for (Set<String> line : texts.get(text)) {
      Set<String> two = new HashSet<>(before);
      two.addAll(line);
      two.retainAll(asked);
      best = Math.max(best, weight(two));
      anywhere.addAll(two);
      before = line;
    }
    return asked.isEmpty() ? 0 : (best + weight(anywhere)) / 2 / weight(asked);
  }

  private double weight(Set<String> runs) {
    return runs.stream().mapToDouble(this::rarity).sum();
  }

  private double rarity(String run) {
    int frequency = frequencies.getOrDefault(run, 0);
    return Math.log(1 + (texts.size() - frequency + 0.5) / (frequency + 0.5));
  }
}
