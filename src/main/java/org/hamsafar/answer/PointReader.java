package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamsafar.knowledge.Translation;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.Signature;
import org.hamsafar.retrieval.TranslationTable;

/**
 * Compares a message with the points of a text, in every language that the text is written in: what
 * one language says otherwise than the person, another may say alike.
 */
final class PointReader {
  private final PointTerms terms;
  private final TranslationTable table;

  PointReader(PointTerms terms, TranslationTable table) {
    this.terms = terms;
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
   * @param entry id of what is read
   * @param texts translations of it, all with as many points
   * @param nearest of them, the one in the language nearest to the message's
   * @param kinds how plainly each point tells a kind that is asked for
   */
  List<Map<PointSign, Double>> signs(
      Said said, String entry, Collection<Translation> texts, Translation nearest, double[] kinds) {
    List<int[]> points = terms.runs(entry, nearest, said.language());
    double[][] found = found(said, entry, texts, nearest);
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
  private double[][] found(
      Said said, String entry, Collection<Translation> texts, Translation nearest) {
    List<int[]> alike = terms.terms(entry, nearest, said.language());
    double[][] found = new double[said.telling().size()][alike.size()];
    Set<LanguageTag> into = new LinkedHashSet<>();
    texts.forEach(text -> into.add(text.language()));
    List<Word> words = new ArrayList<>();
    for (QueryTerms.Term term : said.telling()) {
      words.add(Word.of(term.text(), table.translations(said.language(), term.text(), into)));
    }
    for (Translation text : texts) {
      boolean own = text.equals(nearest);
      List<int[]> points = terms.terms(entry, text, text.language());
      for (int i = 0; i < points.size(); i++) {
        for (int t = 0; t < found.length; t++) {
          Word word = words.get(t);
          boolean same = own || word.meanings.length == 0;
          boolean says =
              (own && PointTerms.has(alike.get(i), word.id))
                  || (same && PointTerms.has(points.get(i), word.id));
          found[t][i] = Math.max(found[t][i], says ? 1 : word.likely(points.get(i)));
        }
      }
    }
    return found;
  }

  /** A word of a message as numbers. */
  private static final class Word {
    private final int id;

    /** What it may be in other languages, and how likely each is. */
    private final int[] meanings;

    private final float[] likely;

    private Word(int id, int[] meanings, float[] likely) {
      this.id = id;
      this.meanings = meanings;
      this.likely = likely;
    }

    static Word of(String text, Map<String, Float> translations) {
      int[] meanings = new int[translations.size()];
      float[] likely = new float[meanings.length];
      int at = 0;
      for (Map.Entry<String, Float> translation : translations.entrySet()) {
        meanings[at] = Signature.id(translation.getKey());
        likely[at++] = translation.getValue();
      }
      return new Word(Signature.id(text), meanings, likely);
    }

    /** How likely a point says it in another language. */
    double likely(int[] point) {
      double sum = 0;
      for (int i = 0; i < meanings.length; i++) {
        sum += PointTerms.has(point, meanings[i]) ? likely[i] : 0;
      }
      return Math.min(1, sum);
    }
  }

  private static double[] runs(Said said, List<int[]> points) {
    int[] asked = PointTerms.runs(said.words());
    double[] shared = new double[points.size()];
    for (int run : asked) {
      double in = (double) points.stream().filter(point -> PointTerms.has(point, run)).count();
      for (int i = 0; i < shared.length; i++) {
        shared[i] += PointTerms.has(points.get(i), run) ? rarity(in, points.size()) : 0;
      }
    }
    for (int i = 0; i < shared.length; i++) {
      shared[i] /= length(asked) * length(points.get(i));
    }
    return shared;
  }

  /** What long texts share by chance counts less. */
  private static double length(int[] runs) {
    return 1 + Math.log1p(runs.length);
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
