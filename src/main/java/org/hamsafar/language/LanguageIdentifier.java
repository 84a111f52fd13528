package org.hamsafar.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells the language of a short message: naive Bayes over runs of one to four letters, among the
 * languages of the message's script.
 *
 * <p>Dari and Iranian Persian can't be told apart in a short message; both are {@code fa-AF} here,
 * and the person is asked where it matters.
 */
public final class LanguageIdentifier {
  private static final int LONGEST = 4;
  private static final int BUCKETS = 1 << 16;
  private static final double SMOOTHING = 0.05;
  private static final int MAX_LETTERS = 400;

  private final Map<Script, List<Model>> models;

  /**
   * A language and how likely it is.
   *
   * @param probability 0 to 1; all guesses of one message add up to 1
   */
  public record Guess(LanguageTag language, double probability) {}

  private static final class Model {
    private final LanguageTag language;
    private final float[] logProbability;

    Model(LanguageTag language, float[] logProbability) {
      this.language = language;
      this.logProbability = logProbability;
    }
  }

  /**
   * Learns from samples.
   *
   * @param samples text of each language, in any amount
   */
  public LanguageIdentifier(Map<LanguageTag, ? extends Collection<String>> samples) {
    Map<Script, List<Model>> learnt = new HashMap<>();
    samples.forEach((tag, texts) -> {
      Script script = Script.dominant(String.join(" ", texts));
      learnt.computeIfAbsent(script, _ -> new ArrayList<>()).add(learn(tag, texts));
    });
    learnt.values().forEach(list -> list.sort(Comparator.comparing(m -> m.language)));
    this.models = Map.copyOf(learnt);
  }

  private static Model learn(LanguageTag tag, Collection<String> texts) {
    int[] counts = new int[BUCKETS];
    long total = 0;
    for (String text : texts) {
      for (int gram : grams(text, Integer.MAX_VALUE)) {
        counts[gram]++;
        total++;
      }
    }
    float[] logs = new float[BUCKETS];
    double rest = total + SMOOTHING * BUCKETS;
    for (int i = 0; i < BUCKETS; i++) {
      logs[i] = (float) Math.log((counts[i] + SMOOTHING) / rest);
    }
    return new Model(tag, logs);
  }

  /** All languages of the text's script, the most likely first; empty if it has no letters. */
  public List<Guess> identify(String text) {
    List<Model> candidates = models.getOrDefault(Script.dominant(text), List.of());
    int[] grams = grams(text, MAX_LETTERS);
    double[] scores = new double[candidates.size()];
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      float[] logs = candidates.get(i).logProbability;
      for (int gram : grams) {
        scores[i] += logs[gram];
      }
      best = Math.max(best, scores[i]);
    }
    // Runs of letters overlap, so their evidence is counted several times over: temper it.
    double temper = 1.0 / LONGEST;
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp((scores[i] - best) * temper);
      sum += scores[i];
    }
    List<Guess> guesses = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      guesses.add(new Guess(candidates.get(i).language, scores[i] / sum));
    }
    guesses.sort(Comparator.comparingDouble(Guess::probability).reversed());
    return guesses;
  }

  private static int[] grams(String text, int maxLetters) {
    String letters = letters(text, maxLetters);
    int[] grams = new int[letters.length() * LONGEST];
    int count = 0;
    for (int start = 0; start < letters.length(); start++) {
      int hash = 17;
      for (int n = 0; n < LONGEST && start + n < letters.length(); n++) {
        hash = hash * 31 + letters.charAt(start + n);
        if (n > 0 || letters.charAt(start) != ' ') {
          int mixed = (hash * 4 + n) * 0x9E3779B1;
          grams[count++] = mixed >>> 16;
        }
      }
    }
    return java.util.Arrays.copyOf(grams, count);
  }

  private static String letters(String text, int max) {
    StringBuilder out = new StringBuilder(" ");
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length() && out.length() < max; i++) {
      char c = lower.charAt(i);
      if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        out.append(c);
      } else if (c != '\'' && c != '’' && c != '‘' && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    if (out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
    return out.toString();
  }
}
