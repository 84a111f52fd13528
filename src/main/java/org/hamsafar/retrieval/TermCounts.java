package org.hamsafar.retrieval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hamsafar.language.LanguageTag;

/** In how many passages each term is asked and written, so that ways of asking can be weighed. */
final class TermCounts {
  private final TermNumbers numbers;
  private final FunctionTerms functionTerms;
  private final int[] asked;
  private final int[] written;
  private final Map<LanguageTag, Integer> passages = new HashMap<>();
  private final Map<LanguageTag, double[]> weights = new ConcurrentHashMap<>();

  /**
   * @param numbers of all terms that will come
   */
  TermCounts(TermNumbers numbers, FunctionTerms functionTerms) {
    this.numbers = numbers;
    this.functionTerms = functionTerms;
    this.asked = new int[numbers.size()];
    this.written = new int[numbers.size()];
  }

  void add(PassageReader.Read read) {
    passages.merge(read.passage.language(), 1, Integer::sum);
    for (int term : read.named) {
      asked[term]++;
    }
    for (int term : read.all) {
      written[term]++;
    }
  }

  /** How much different terms tell together, when all passages have been added. */
  float weight(LanguageTag language, int[] terms) {
    double[] known = weights.computeIfAbsent(language, _ -> unknown());
    Set<String> function = functionTerms.of(language);
    int all = passages.getOrDefault(language, 1);
    double sum = 0;
    for (int term : terms) {
      if (Double.isNaN(known[term])) {
        known[term] =
            TermWeights.weigh(
                asked[term], written[term], all, function.contains(numbers.term(term)));
      }
      sum += known[term];
    }
    return (float) sum;
  }

  private double[] unknown() {
    double[] none = new double[asked.length];
    Arrays.fill(none, Double.NaN);
    return none;
  }
}
