package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamsafar.knowledge.Body;
import org.hamsafar.knowledge.Translation;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.Analyzers;
import org.hamsafar.retrieval.ConceptFinder;
import org.hamsafar.retrieval.TranslationTable;

/**
 * Compares a message with the points of a text, in every language that the text is written in: what
 * one language says otherwise than the person, another may say alike.
 */
final class PointReader {
  private static final int RUN = 4;

  private final Analyzers analyzers;
  private final ConceptFinder concepts;
  private final TranslationTable table;

  PointReader(Analyzers analyzers, ConceptFinder concepts, TranslationTable table) {
    this.analyzers = analyzers;
    this.concepts = concepts;
    this.table = table;
  }

  /**
   * What the message says.
   *
   * @param telling its words that are more than function words
   * @param words all of them, as analysed
   */
  record Said(LanguageTag language, List<QueryTerms.Term> telling, List<String> words) {}

  /**
   * The signs of each point.
   *
   * @param texts translations of one text, all with as many points
   * @param nearest of them, the one in the language nearest to the message's
   * @param kinds how plainly each point tells a kind that is asked for
   */
  List<Map<PointSign, Double>> signs(
      Said said, Collection<Translation> texts, Translation nearest, double[] kinds) {
    List<Body.Block> points = nearest.body().points();
    double[][] found = found(said, texts, nearest);
    double[] shared = new double[points.size()];
    double[] telling = new double[points.size()];
    double all = said.telling().stream().mapToDouble(QueryTerms.Term::weight).sum();
    for (int t = 0; t < found.length; t++) {
      double weight = said.telling().get(t).weight();
      double rarity = rarity(sum(found[t]), points.size());
      for (int i = 0; i < points.size(); i++) {
        shared[i] += weight * found[t][i] / all;
        telling[i] += Math.log1p(weight) * found[t][i] * rarity;
      }
    }
    double[] runs = runs(said, points);
    List<Map<PointSign, Double>> signs = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Map<PointSign, Double> of = new EnumMap<>(PointSign.class);
      of.put(PointSign.SHARED, shared[i]);
      of.put(PointSign.TELLING, telling[i]);
      of.put(PointSign.RUNS, runs[i]);
      of.put(PointSign.KIND, kinds[i]);
      of.put(PointSign.FIRST, i == 0 ? 1.0 : 0.0);
      signs.add(of);
    }
    return signs;
  }

  /** By word of the message, how likely each point says it. */
  private double[][] found(Said said, Collection<Translation> texts, Translation nearest) {
    int points = nearest.body().points().size();
    double[][] found = new double[said.telling().size()][points];
    Set<LanguageTag> into = new LinkedHashSet<>();
    texts.forEach(text -> into.add(text.language()));
    List<Map<String, Float>> meanings = new ArrayList<>();
    for (QueryTerms.Term term : said.telling()) {
      meanings.add(table.translations(said.language(), term.text(), into));
    }
    for (Translation text : texts) {
      boolean own = text.equals(nearest);
      List<Body.Block> blocks = text.body().points();
      for (int i = 0; i < points; i++) {
        Set<String> there = withConcepts(text.language(), blocks.get(i).plain());
        Set<String> alike =
            own ? new HashSet<>(analyzers.terms(said.language(), blocks.get(i).plain())) : Set.of();
        for (int t = 0; t < found.length; t++) {
          String word = said.telling().get(t).text();
          boolean same = own || meanings.get(t).isEmpty();
          double likely =
              alike.contains(word) || (same && there.contains(word))
                  ? 1
                  : likely(meanings.get(t), there);
          found[t][i] = Math.max(found[t][i], likely);
        }
      }
    }
    return found;
  }

  private static double likely(Map<String, Float> meanings, Set<String> there) {
    double likely = 0;
    for (Map.Entry<String, Float> meaning : meanings.entrySet()) {
      likely += there.contains(meaning.getKey()) ? meaning.getValue() : 0;
    }
    return Math.min(1, likely);
  }

  private Set<String> withConcepts(LanguageTag tag, String text) {
    List<String> terms = analyzers.terms(tag, text);
    Set<String> all = new HashSet<>(terms);
    all.addAll(concepts.find(tag, terms));
    return all;
  }

  private double[] runs(Said said, List<Body.Block> points) {
    Set<String> asked = runs(said.words());
    List<Set<String>> there = new ArrayList<>();
    Map<String, Integer> in = new HashMap<>();
    for (Body.Block point : points) {
      Set<String> runs = runs(analyzers.terms(said.language(), point.plain()));
      there.add(runs);
      runs.forEach(run -> in.merge(run, 1, Integer::sum));
    }
    double[] shared = new double[points.size()];
    for (int i = 0; i < shared.length; i++) {
      for (String run : asked) {
        shared[i] +=
            there.get(i).contains(run) ? rarity(in.getOrDefault(run, 0), points.size()) : 0;
      }
      shared[i] /= length(asked) * length(there.get(i));
    }
    return shared;
  }

  private static Set<String> runs(List<String> words) {
    Set<String> runs = new HashSet<>();
    for (String word : words) {
      String whole = "<" + word + ">";
      for (int at = 0; at == 0 || at + RUN <= whole.length(); at++) {
        runs.add(whole.substring(at, Math.min(at + RUN, whole.length())));
      }
    }
    return runs;
  }

  /** What long texts share by chance counts less. */
  private static double length(Set<String> runs) {
    return 1 + Math.log1p(runs.size());
  }

  private static double rarity(double in, int points) {
    return Math.log((points + 1) / (in + 0.5));
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
