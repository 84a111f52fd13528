package org.hamsafar.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/**
 * The weights of the signals, learned by {@code ./hamsafar evaluate --learn}.
 *
 * @see Signal
 */
public final class RankingModel {
  private static final String FILE = "ranking.properties";
  private static final String FILE_WITH_VECTORS = "ranking-vectors.properties";

  /** What weights are for. */
  public enum Layer {
    /** Sorts the candidates of one question. */
    RANK,
    /** How likely the first candidate is right. */
    RIGHT,
    /** How likely the question has an answer at all. */
    ANSWERABLE
  }

  private final Map<Layer, Signals> weights = new EnumMap<>(Layer.class);
  private final Map<ThreadSign, Double> continues = new EnumMap<>(ThreadSign.class);
  private final Map<ThreadSign, Double> offered = new EnumMap<>(ThreadSign.class);
  private final PointModel points;

  /**
   * @param weights of each layer; a missing layer weighs nothing
   * @param continues weights of the signs that a message goes on; a missing one weighs nothing
   * @param offered weights of the signs that it is about something that was offered, likewise
   * @param points which point of a text answers who asks on about it
   */
  public RankingModel(
      Map<Layer, Signals> weights,
      Map<ThreadSign, Double> continues,
      Map<ThreadSign, Double> offered,
      PointModel points) {
    this.points = points;
    this.continues.putAll(continues);
    this.offered.putAll(offered);
    for (Layer layer : Layer.values()) {
      this.weights.put(layer, weights.getOrDefault(layer, Signals.NONE));
    }
  }

  /**
   * The weights that ship with the program.
   *
   * @param vectors whether passages are found by their meaning, too
   */
  public static RankingModel shipped(boolean vectors) {
    RankingModel plain = read(FILE);
    // Whether a message goes on, and about which point, is not told by the nearest meaning.
    return vectors
        ? new RankingModel(
            read(FILE_WITH_VECTORS).weights, plain.continues, plain.offered, plain.points)
        : plain;
  }

  /** The weights where there are no vectors. */
  public static RankingModel shipped() {
    return shipped(false);
  }

  private static RankingModel read(String file) {
    Properties properties = new Properties();
    try (InputStream in = RankingModel.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + file);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<Layer, Signals> weights = new EnumMap<>(Layer.class);
    for (Layer layer : Layer.values()) {
      Signals.Builder values = Signals.NONE.change();
      for (Signal signal : Signal.values()) {
        values.set(signal, Double.parseDouble(properties.getProperty(key(layer, signal), "0")));
      }
      weights.put(layer, values.build());
    }
    return new RankingModel(
        weights,
        weights(ThreadSign.class, ThreadSign::key, properties),
        weights(ThreadSign.class, ThreadSign::keyIfOffered, properties),
        new PointModel(
            weights(PointSign.class, PointSign::key, properties),
            weights(ToldSign.class, ToldSign::key, properties)));
  }

  private static <S extends Enum<S>> Map<S, Double> weights(
      Class<S> signs, Function<S, String> key, Properties properties) {
    Map<S, Double> weights = new EnumMap<>(signs);
    for (S sign : signs.getEnumConstants()) {
      weights.put(sign, Double.parseDouble(properties.getProperty(key.apply(sign), "0")));
    }
    return weights;
  }

  /** The file's content for these weights. */
  public String toProperties() {
    StringBuilder out =
        new StringBuilder("# Learned by ./hamsafar evaluate --learn; not to be edited by hand.\n");
    for (Layer layer : Layer.values()) {
      for (Signal signal : Signal.values()) {
        double weight = weights(layer).get(signal);
        append(out, key(layer, signal), weight);
      }
    }
    continues.forEach((sign, weight) -> append(out, sign.key(), weight));
    offered.forEach((sign, weight) -> append(out, sign.keyIfOffered(), weight));
    points.point().forEach((sign, weight) -> append(out, sign.key(), weight));
    points.told().forEach((sign, weight) -> append(out, sign.key(), weight));
    return out.toString();
  }

  private static void append(StringBuilder out, String key, double weight) {
    if (weight != 0) {
      out.append(String.format(Locale.ROOT, "%s=%.3f%n", key, weight));
    }
  }

  private static String key(Layer layer, Signal signal) {
    return layer.name().toLowerCase(Locale.ROOT) + "." + signal.key();
  }

  private Signals weights(Layer layer) {
    return weights.getOrDefault(layer, Signals.NONE);
  }

  double sum(Layer layer, Signals signals) {
    return signals.dot(weights(layer));
  }

  /** A probability from 0 to 1. */
  double probability(Layer layer, Signals signals) {
    return probability(sum(layer, signals));
  }

  /** What speaks for a message going on about what was read before it, and not for a new matter. */
  double continues(Map<ThreadSign, Double> signs) {
    return sum(signs, continues);
  }

  /** What speaks for its being about something that was offered, likewise. */
  double isAboutOffered(Map<ThreadSign, Double> signs) {
    return sum(signs, offered);
  }

  /** Which point of a text answers who asks on about it. */
  public PointModel points() {
    return points;
  }

  /** What the signs weigh together. */
  static <S> double sum(Map<S, Double> signs, Map<S, Double> weights) {
    double sum = 0;
    for (Map.Entry<S, Double> sign : signs.entrySet()) {
      sum += sign.getValue() * weights.getOrDefault(sign.getKey(), 0.0);
    }
    return sum;
  }

  static double probability(double sum) {
    return 1 / (1 + Math.exp(-sum));
  }
}
