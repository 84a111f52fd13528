package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.hamsafar.knowledge.Body;
import org.hamsafar.knowledge.PointKind;
import org.hamsafar.knowledge.Translation;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.Analyzers;
import org.hamsafar.retrieval.ConceptFinder;

/**
 * Finds the points of a text about which somebody asks on who has just read it: "and how much is
 * it?" is answered by one step, not by all of them once more. Safe for use by many threads.
 */
final class Points {
  /** More points than these are no answer; then the whole text is. */
  private static final int MOST = 2;

  /** So many paragraphs and items make a long text. */
  private static final int LONG = 6;

  /** Points whose score is within this of the best are shown with it. */
  private static final double CLOSE = 0.2;

  /** Where no kind of point is asked for, so much of what the message tells must stand there. */
  private static final double COVERED = 0.4;

  /** Fewer words of weight than this tell of nothing. */
  private static final double LEAST_WEIGHT = 1;

  private final List<PointKind> kinds;
  private final Analyzers analyzers;
  private final ConceptFinder concepts;
  private final Predicate<String> known;
  private final Map<LanguageTag, PhraseTable<PointKind>> asked = new ConcurrentHashMap<>();
  private final Map<LanguageTag, Map<String, PointTeller>> tellers = new ConcurrentHashMap<>();

  /**
   * @param known whether anything that the bot knows has a term
   */
  Points(
      List<PointKind> kinds, Analyzers analyzers, ConceptFinder concepts, Predicate<String> known) {
    this.kinds = kinds;
    this.analyzers = analyzers;
    this.concepts = concepts;
    this.known = known;
  }

  /**
   * What was found.
   *
   * @param asked whether a kind of point is asked for
   * @param only whether nothing else is, without saying of what
   * @param telling whether the text tells it
   * @param points that answer, in the order of the text; none if the whole text answers best
   */
  record Found(boolean asked, boolean only, Telling telling, List<Body.Block> points) {
    static final Found NOTHING = new Found(false, false, Telling.UNCLEAR, List.of());

    boolean isTold() {
      return telling == Telling.TOLD;
    }

    boolean isUntold() {
      return telling == Telling.NOT_TOLD;
    }
  }

  /** Whether a text tells what is asked for. */
  enum Telling {
    UNCLEAR,
    TOLD,
    NOT_TOLD
  }

  /** A message and what it asks for. */
  private record Message(
      QueryTerms reading, List<String> terms, List<PhraseTable.Met<PointKind>> met) {
    /** Each once; few, and comparing them is quicker than hashing all their words. */
    List<PointKind> kinds() {
      List<PointKind> kinds = new ArrayList<>();
      for (PhraseTable.Met<PointKind> asking : met) {
        if (!kinds.contains(asking.meaning())) {
          kinds.add(asking.meaning());
        }
      }
      return kinds;
    }

    /** What it tells beside asking for a kind of point. */
    List<QueryTerms.Term> others(Set<String> besides) {
      Set<String> left = new LinkedHashSet<>(besides);
      met.forEach(m -> left.addAll(terms.subList(m.from(), m.to())));
      return reading.terms().stream()
          .filter(t -> !left.contains(t.asTyped()) && !left.contains(t.text()))
          .toList();
    }
  }

  /** A paragraph or list item, and how well it answers. */
  private record Rated(Body.Block block, double score) {}

  /**
   * The points asked for.
   *
   * @param text of the message
   * @param readings of it, the likeliest first
   * @param shown what the person has read
   */
  Found find(String text, List<QueryTerms> readings, Translation shown) {
    if (readings.isEmpty()) {
      return Found.NOTHING;
    }
    QueryTerms reading = readings.getFirst();
    List<String> terms = analyzers.terms(reading.language(), text);
    Message message = new Message(reading, terms, table(reading.language()).find(terms));
    return message.met().isEmpty() ? covered(message, shown) : ofKinds(message, shown);
  }

  private Found ofKinds(Message message, Translation shown) {
    // A word that stands nowhere leads to no other matter.
    List<QueryTerms.Term> others =
        message.others(Set.of()).stream().filter(t -> known.test(t.text())).toList();
    boolean only = weight(others) < LEAST_WEIGHT;
    List<Body.Block> units = units(shown.body());
    Set<Body.Block> found = new LinkedHashSet<>();
    boolean told = false;
    boolean plain = true;
    for (PointKind kind : message.kinds()) {
      List<Rated> scored = told(message, shown, kind, units);
      told |= !scored.isEmpty();
      plain &= kind.plain();
      List<Body.Block> best = best(scored, CLOSE);
      // Where to go and what to take is said by the first steps, how much and how long is not.
      found.addAll(kind.plain() ? best : best.subList(0, Math.min(MOST, best.size())));
    }
    if (!told) {
      return new Found(true, only, plain ? Telling.NOT_TOLD : Telling.UNCLEAR, List.of());
    }
    List<Body.Block> points = units.stream().filter(found::contains).toList();
    return new Found(true, only, Telling.TOLD, points.size() > most(units) ? List.of() : points);
  }

  /** Of a long text one point more is still much less than all. */
  private static int most(List<Body.Block> units) {
    return units.size() < LONG ? Math.min(MOST, units.size() - 1) : MOST + 1;
  }

  private List<Rated> told(
      Message message, Translation shown, PointKind kind, List<Body.Block> units) {
    PointTeller teller = teller(shown.language(), kind);
    List<Rated> scored = new ArrayList<>();
    for (Body.Block unit : units) {
      double strength = teller.tells(unit.plain());
      if (strength > 0) {
        scored.add(new Rated(unit, strength + share(message, shown, unit)));
      }
    }
    return scored;
  }

  private Found covered(Message message, Translation shown) {
    List<Rated> scored =
        units(shown.body()).stream()
            .map(unit -> new Rated(unit, share(message, shown, unit)))
            .filter(s -> s.score() >= COVERED)
            .toList();
    List<Body.Block> best = best(scored, 0);
    return best.isEmpty() || best.size() > MOST
        ? Found.NOTHING
        : new Found(false, false, Telling.TOLD, best);
  }

  private static List<Body.Block> best(List<Rated> scored, double close) {
    double most = scored.stream().mapToDouble(Rated::score).max().orElse(0);
    return scored.stream().filter(s -> s.score() >= most - close).map(Rated::block).toList();
  }

  /**
   * The share of what the message tells, beside asking for a kind of point and naming the matter,
   * that stands in a paragraph or item.
   */
  private double share(Message message, Translation shown, Body.Block unit) {
    LanguageTag tag = message.reading().language();
    if (!tag.replyTag().equals(shown.language())) {
      return 0;
    }
    List<QueryTerms.Term> others = message.others(withConcepts(tag, shown.title()));
    double all = weight(others);
    Set<String> there = withConcepts(tag, unit.plain());
    return all < LEAST_WEIGHT
        ? 0
        : weight(others.stream().filter(t -> there.contains(t.text())).toList()) / all;
  }

  private static double weight(List<QueryTerms.Term> terms) {
    return terms.stream().mapToDouble(QueryTerms.Term::weight).sum();
  }

  private Set<String> withConcepts(LanguageTag tag, String text) {
    List<String> terms = analyzers.terms(tag, text);
    Set<String> all = new LinkedHashSet<>(terms);
    all.addAll(concepts.find(tag, terms));
    return all;
  }

  /** Paragraphs and list items, each by itself. */
  private static List<Body.Block> units(Body body) {
    List<Body.Block> units = new ArrayList<>();
    for (Body.Block block : body.blocks()) {
      switch (block) {
        case Body.Items items ->
            items.items().forEach(item -> units.add(new Body.Items(false, List.of(item))));
        case Body.Paragraph paragraph -> units.add(paragraph);
        case Body.Heading _ -> {}
      }
    }
    return units;
  }

  private PhraseTable<PointKind> table(LanguageTag tag) {
    return asked.computeIfAbsent(
        tag,
        _ -> {
          PhraseTable<PointKind> table = new PhraseTable<>();
          for (PointKind kind : kinds) {
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
