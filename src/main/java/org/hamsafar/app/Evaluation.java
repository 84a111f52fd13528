package org.hamsafar.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hamsafar.answer.Answer;
import org.hamsafar.answer.Answerer;
import org.hamsafar.answer.Outcome;
import org.hamsafar.answer.Question;
import org.hamsafar.answer.Scored;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.TestQuestion;
import org.hamsafar.language.LanguageTag;

/** Asks the test questions and counts what came back. */
public final class Evaluation {
  private static final int DEPTH = 10;

  private final Map<String, Tally> byLanguage = new TreeMap<>();
  private final Map<String, Tally> byCountry = new TreeMap<>();
  private final List<Miss> misses = new ArrayList<>();
  private PointTally points = PointTally.NONE;
  private NeedTally needs = NeedTally.NONE;
  private TalkTally talks = TalkTally.NONE;

  /**
   * A question that did not come back as it should.
   *
   * @param got the kind of answer, and its entry if it has one
   */
  public record Miss(TestQuestion test, String got, Outcome outcome) {}

  /**
   * Counts for one language.
   *
   * @param answerable questions that have an answer
   * @param hit1 of these, how often the right entry came first
   * @param hit3 among the first three
   * @param reciprocalRanks sum of 1/rank within the first ten
   * @param answeredRight answerable questions answered with the right entry, not asked back
   * @param abstained questions not answered
   * @param rightlyAbstained of these, how many have no answer
   * @param unanswerable questions that have no answer
   * @param crises questions that mean danger
   * @param crisesFound of these, how many were recognised
   * @param harmless look-alikes of danger, which count for false alarms alone
   * @param falseAlarms other questions taken for danger, look-alikes included
   */
  public record Tally(
      int answerable,
      int hit1,
      int hit3,
      double reciprocalRanks,
      int answeredRight,
      int abstained,
      int rightlyAbstained,
      int unanswerable,
      int crises,
      int crisesFound,
      int harmless,
      int falseAlarms) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Tally plus(Tally o) {
      return new Tally(
          answerable + o.answerable,
          hit1 + o.hit1,
          hit3 + o.hit3,
          reciprocalRanks + o.reciprocalRanks,
          answeredRight + o.answeredRight,
          abstained + o.abstained,
          rightlyAbstained + o.rightlyAbstained,
          unanswerable + o.unanswerable,
          crises + o.crises,
          crisesFound + o.crisesFound,
          harmless + o.harmless,
          falseAlarms + o.falseAlarms);
    }

    public double hitAt1() {
      return ratio(hit1, answerable);
    }

    public double hitAt3() {
      return ratio(hit3, answerable);
    }

    public double meanReciprocalRank() {
      return ratio(reciprocalRanks, answerable);
    }

    public double abstentionPrecision() {
      return ratio(rightlyAbstained, abstained);
    }

    public double abstentionRecall() {
      return ratio(rightlyAbstained, unanswerable);
    }

    public double crisisRecall() {
      return ratio(crisesFound, crises);
    }

    public double falseAlarmRate() {
      return ratio(falseAlarms, answerable + unanswerable + harmless);
    }

    private static double ratio(double part, int whole) {
      return whole == 0 ? 1 : part / whole;
    }
  }

  /** Asks every question, in the language of its folder. */
  public static Evaluation of(Answerer answerer, List<TestQuestion> tests) {
    Evaluation evaluation = new Evaluation();
    for (TestQuestion test : tests) {
      evaluation.count(test, answerer.answer(question(test, answerer)));
    }
    return evaluation;
  }

  /** As it is asked by itself. */
  private static Question question(TestQuestion test) {
    return Question.of(test.question())
        .withLanguage(Optional.of(test.language().replyTag()))
        .withCountry(test.country());
  }

  /** As it is asked by who has read a text, or has got an answer to the message before. */
  static Question question(TestQuestion test, Answerer answerer) {
    Question question = question(test);
    if (test.before().isEmpty()) {
      return answerer.afterReading(test.after(), question);
    }
    Question talk = question;
    for (String message : test.before()) {
      Question asked = talk.withText(message);
      talk = asked.after(answerer.answer(asked));
    }
    return talk.withText(test.question());
  }

  private void count(TestQuestion test, Outcome outcome) {
    Tally tally = tally(test, outcome);
    byLanguage.merge(test.language().value(), tally, Tally::plus);
    byCountry.merge(country(test), tally, Tally::plus);
    points = points.plus(test, outcome.answer());
    needs = needs.plus(test, outcome.answer());
    talks = talks.plus(test, outcome.answer());
    boolean good =
        PointTally.isRight(test, outcome.answer())
            && tally.hit1() == tally.answerable()
            && tally.crisesFound() == tally.crises()
            && tally.rightlyAbstained() == tally.unanswerable();
    if (!good || tally.falseAlarms() > 0) {
      misses.add(new Miss(test, got(outcome), outcome));
    }
  }

  private static Tally tally(TestQuestion test, Outcome outcome) {
    boolean crisis = outcome.answer() instanceof Answer.Crisis;
    boolean abstained = outcome.answer() instanceof Answer.NoAnswer;
    int alarm = crisis && !test.expectsCrisis() ? 1 : 0;
    if (test.expectsHarmless()) {
      return new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, alarm);
    }
    if (test.expectsNone()) {
      return new Tally(0, 0, 0, 0, 0, abstained ? 1 : 0, abstained ? 1 : 0, 1, 0, 0, 0, alarm);
    }
    Tally danger =
        test.expectsCrisis()
            ? new Tally(0, 0, 0, 0, 0, 0, 0, 0, 1, crisis ? 1 : 0, 0, 0)
            : Tally.NONE;
    return test.entries().isEmpty() ? danger : danger.plus(ranked(test, outcome, abstained, alarm));
  }

  private static Tally ranked(TestQuestion test, Outcome outcome, boolean abstained, int alarm) {
    int rank = rank(test, outcome);
    return new Tally(
        1,
        rank == 1 ? 1 : 0,
        rank >= 1 && rank <= 3 ? 1 : 0,
        rank == 0 ? 0 : 1.0 / rank,
        answeredRight(test, outcome) ? 1 : 0,
        abstained ? 1 : 0,
        0,
        0,
        0,
        0,
        0,
        alarm);
  }

  private static boolean answeredRight(TestQuestion test, Outcome outcome) {
    List<Entry> shown =
        outcome.answer() instanceof Answer.Crisis danger
            ? danger.next()
            : outcome.answered().stream().toList();
    return shown.stream().anyMatch(e -> test.entries().contains(e.id()));
  }

  private static int rank(TestQuestion test, Outcome outcome) {
    List<Scored> candidates = outcome.candidates();
    for (int i = 0; i < Math.min(DEPTH, candidates.size()); i++) {
      if (test.entries().contains(candidates.get(i).entry().id())) {
        return i + 1;
      }
    }
    return 0;
  }

  private static String got(Outcome outcome) {
    String first =
        outcome.candidates().isEmpty() ? "" : " " + outcome.candidates().getFirst().entry().id();
    return outcome.answer().kind() + first;
  }

  public SortedMap<String, Tally> byLanguage() {
    return new TreeMap<>(byLanguage);
  }

  /** By the country whose entry is expected; what expects no entry is under {@code --}. */
  public SortedMap<String, Tally> byCountry() {
    return new TreeMap<>(byCountry);
  }

  private static String country(TestQuestion test) {
    return test.expected().stream()
        .filter(e -> e.contains("/"))
        .map(e -> e.substring(0, e.indexOf('/')))
        .findFirst()
        .orElse("--");
  }

  /** All languages together. */
  public Tally total() {
    return byLanguage.values().stream().reduce(Tally.NONE, Tally::plus);
  }

  /** What was shown to those who ask on about a text. */
  public PointTally points() {
    return points;
  }

  /** What was shown to those who told of several needs. */
  public NeedTally needs() {
    return needs;
  }

  /** What was shown to those who wrote again. */
  public TalkTally talks() {
    return talks;
  }

  public List<Miss> misses() {
    return List.copyOf(misses);
  }

  /** The language of every miss is its folder's. */
  public List<Miss> misses(LanguageTag tag) {
    return misses.stream().filter(m -> m.test().language().equals(tag)).toList();
  }
}
