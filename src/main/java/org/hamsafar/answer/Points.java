package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hamsafar.knowledge.Body;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.PointKind;
import org.hamsafar.knowledge.Translation;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.Analyzers;
import org.hamsafar.retrieval.TermWeights;

/**
 * Finds the points of a text about which somebody asks on who has just read it: "and if he does not
 * sign?" is answered by one step, not by all of them once more. Safe for use by many threads.
 */
final class Points {
  /** More points than these are no answer; then the whole text is. */
  private static final int MOST = 3;

  /** Points are added until one of them is the right one with this probability. */
  private static final double LIKELY = 0.8;

  /** If even the likeliest together are not as likely as this, the whole text answers better. */
  private static final double LEAST = 0.5;

  /** Fewer words of weight than this tell of nothing. */
  private static final double LEAST_WEIGHT = 1;

  private final Knowledge knowledge;
  private final Analyzers analyzers;
  private final TermWeights weights;
  private final PointReader reader;
  private final PointModel model;
  private final Map<LanguageTag, PhraseTable<PointKind>> asked = new ConcurrentHashMap<>();
  private final Map<LanguageTag, Map<String, PointTeller>> tellers = new ConcurrentHashMap<>();

  Points(
      Knowledge knowledge,
      Analyzers analyzers,
      TermWeights weights,
      PointReader reader,
      PointModel model) {
    this.knowledge = knowledge;
    this.analyzers = analyzers;
    this.weights = weights;
    this.reader = reader;
    this.model = model;
  }

  /**
   * What was found.
   *
   * @param asked whether a kind of point is asked for
   * @param only whether nothing else is, without saying of what
   * @param untold whether a kind of point is asked for that the text does not tell
   * @param told from 0 to 1, how likely the text tells what is asked
   * @param points that answer, in the order of the text; none if the whole text answers best
   */
  record Found(boolean asked, boolean only, boolean untold, double told, List<Body.Block> points) {
    /** From this on the text is taken to tell it. */
    private static final double TOLD = 0.5;

    /** Below this it is said that the points come nearest, and may tell something else. */
    private static final double DOUBTFUL = 0.4;

    /** Below this it is said that the text does not tell it. */
    private static final double NOT_TOLD = 0.2;

    static final Found NOTHING = new Found(false, false, false, TOLD, List.of());

    Found {
      points = List.copyOf(points);
    }

    /** With the beginning of the text before the points, if there are any. */
    Found with(Body.Block beginning) {
      if (points.isEmpty() || points.contains(beginning)) {
        return this;
      }
      List<Body.Block> all = new ArrayList<>(points);
      all.addFirst(beginning);
      return new Found(asked, only, untold, told, all);
    }

    /** Whether a kind of point is asked for that the text tells, and nothing else. */
    boolean asksOfNothingElse() {
      return only && !untold;
    }

    boolean isTold() {
      return told >= TOLD && !points.isEmpty();
    }

    /** Whether what it tells is perhaps not what is asked. */
    boolean isDoubtful() {
      return told < DOUBTFUL && !asksOfNothingElse();
    }

    boolean isUntold() {
      return told < NOT_TOLD;
    }
  }

  /** A message and the kinds of point that it asks for. */
  private record Message(PointReader.Said said, List<PhraseTable.Met<PointKind>> met) {
    Set<PointKind> kinds() {
      Set<PointKind> kinds = new LinkedHashSet<>();
      met.forEach(m -> kinds.add(m.meaning()));
      return kinds;
    }

    /** Its words beside those that ask for a kind of point. */
    List<QueryTerms.Term> others() {
      Set<String> asking = new LinkedHashSet<>();
      met.forEach(m -> asking.addAll(said.words().subList(m.from(), m.to())));
      return said.telling().stream()
          .filter(t -> !asking.contains(t.asTyped()) && !asking.contains(t.text()))
          .toList();
    }
  }

  /**
   * The points asked for. The short answer of what is near danger names the help: it is never left
   * out.
   *
   * @param text of the message
   * @param readings of it, the likeliest first
   * @param read what the person has read
   * @param reply the language of the person
   */
  Found find(String text, List<QueryTerms> readings, Entry read, LanguageTag reply) {
    Optional<Translation> shown = shown(read, reply);
    if (readings.isEmpty() || shown.isEmpty()) {
      return Found.NOTHING;
    }
    Found found = find(text, readings.getFirst(), read, shown.get());
    return knowledge.isNearDanger(read) ? found.with(shown.get().body().shortAnswer()) : found;
  }

  private Optional<Translation> shown(Entry read, LanguageTag reply) {
    return knowledge.fallback().nearest(reply, read.texts());
  }

  private Found find(String text, QueryTerms reading, Entry read, Translation shown) {
    Message message = message(text, reading);
    PointModel.Compared compared = compare(message, read, shown);
    // A word that stands nowhere leads to no other matter.
    double other =
        message.others().stream()
            .filter(t -> weights.isKnown(t.text()))
            .mapToDouble(QueryTerms.Term::weight)
            .sum();
    boolean only = !message.met().isEmpty() && other < LEAST_WEIGHT;
    List<Body.Block> points = shown.body().points();
    List<Integer> likeliest = likeliest(model.shares(compared));
    if (only && !compared.untold()) {
      likeliest = likeliest.stream().filter(compared::tellsKind).toList();
    }
    return new Found(
        !message.met().isEmpty(),
        only,
        compared.untold(),
        model.told(compared),
        likeliest.stream().map(points::get).toList());
  }

  /** The signs of the points, as learning needs them. */
  Optional<PointModel.Compared> compare(
      String text, List<QueryTerms> readings, Entry read, LanguageTag reply) {
    return shown(read, reply)
        .filter(_ -> !readings.isEmpty())
        .map(shown -> compare(message(text, readings.getFirst()), read, shown));
  }

  private Message message(String text, QueryTerms reading) {
    LanguageTag tag = reading.language();
    List<String> words = analyzers.terms(tag, text);
    List<QueryTerms.Term> telling =
        reading.terms().stream().filter(t -> !weights.isFunctionWord(tag, t.text())).toList();
    return new Message(new PointReader.Said(tag, telling, words), table(tag).find(words));
  }

  private PointModel.Compared compare(Message message, Entry read, Translation shown) {
    int points = shown.body().points().size();
    Collection<Translation> texts =
        read.texts().values().stream().filter(t -> t.body().points().size() == points).toList();
    Translation nearest =
        knowledge
            .fallback()
            .nearest(message.said().language().replyTag(), read.texts())
            .filter(texts::contains)
            .orElse(shown);
    Set<PointKind> wanted = message.kinds();
    double[] told =
        nearest.body().points().stream()
            .mapToDouble(point -> tells(wanted, nearest.language(), point))
            .toArray();
    boolean untold =
        wanted.stream().anyMatch(PointKind::plain) && DoubleStream.of(told).allMatch(t -> t == 0);
    return new PointModel.Compared(
        reader.signs(message.said(), read.id(), texts, nearest, told),
        message.said().telling().size(),
        untold);
  }

  private double tells(Set<PointKind> wanted, LanguageTag tag, Body.Block point) {
    return wanted.stream()
        .mapToDouble(kind -> teller(tag, kind).tells(point.plain()))
        .max()
        .orElse(0);
  }

  /** The numbers of the likeliest points, from 0, in the order of the text. */
  private static List<Integer> likeliest(double[] shares) {
    List<Integer> order =
        IntStream.range(0, shares.length)
            .boxed()
            .sorted((a, b) -> Double.compare(shares[b], shares[a]))
            .toList();
    List<Integer> chosen = new ArrayList<>();
    double together = 0;
    for (int i = 0; i < Math.min(MOST, shares.length - 1) && together < LIKELY; i++) {
      chosen.add(order.get(i));
      together += shares[order.get(i)];
    }
    return together < LEAST ? List.of() : chosen.stream().sorted().toList();
  }

  private PhraseTable<PointKind> table(LanguageTag tag) {
    return asked.computeIfAbsent(
        tag,
        _ -> {
          PhraseTable<PointKind> table = new PhraseTable<>();
          for (PointKind kind : knowledge.points()) {
            words(kind.asked(), tag).forEach(p -> table.put(analyzers.terms(tag, p), kind));
          }
          return table;
        });
  }

  /**
   * Those of the language, typed in Latin letters or not, then English ones, which all may mix in.
   */
  private static List<String> words(Map<LanguageTag, List<String>> all, LanguageTag tag) {
    List<String> words = new ArrayList<>(all.getOrDefault(tag, List.of()));
    if (tag.isRomanised()) {
      words.addAll(all.getOrDefault(tag.replyTag(), List.of()));
    }
    words.addAll(all.getOrDefault(LanguageTag.ENGLISH, List.of()));
    return words;
  }

  private PointTeller teller(LanguageTag tag, PointKind kind) {
    return tellers
        .computeIfAbsent(tag, _ -> new ConcurrentHashMap<>())
        .computeIfAbsent(kind.id(), _ -> new PointTeller(kind, tag, analyzers));
  }
}
