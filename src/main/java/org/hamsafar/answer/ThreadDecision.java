package org.hamsafar.answer;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.language.Folding;
import org.hamsafar.language.LanguageIdentifier;

/**
 * Decides what to say to somebody who has read a text, or was offered others: the next message may
 * go on about one of them, or bring a new matter.
 */
final class ThreadDecision {
  /** From this likeness to a way of asking on a message is the same. */
  private static final double WORD_BY_WORD = 0.9;

  /** "How long does it take?" is a way of asking for many texts. */
  private static final int SHORT = 5;

  private final Knowledge knowledge;
  private final Finder finder;
  private final Needs needs;
  private final TermReader terms;
  private final Points points;
  private final Decision decision;
  private final Continuation continuation;
  private final ReadInDanger readInDanger;

  ThreadDecision(
      Knowledge knowledge,
      Finder finder,
      Needs needs,
      TermReader terms,
      Points points,
      Decision decision,
      Continuation continuation,
      ReadInDanger readInDanger) {
    this.knowledge = knowledge;
    this.finder = finder;
    this.needs = needs;
    this.terms = terms;
    this.points = points;
    this.decision = decision;
    this.continuation = continuation;
    this.readInDanger = readInDanger;
  }

  /** A decision and the candidates that it is about. */
  record Decided(Decision.Made made, List<Scored> scored) {}

  /** Something that was offered, and how likely a message goes on about it. */
  private record Led(Entry entry, double likely) {}

  /** To words that tell of nothing: small talk, unless they ask on about what was read. */
  Decided toNothing(Heard heard) {
    boolean asks = heard.about().only() || FollowUp.asks(heard.text());
    if (heard.thread().isEmpty() || !asks) {
      return new Decided(Decision.SAYS_NOTHING, List.of());
    }
    Entry thread = heard.thread().get();
    Decision.Made made = decision.goOn(thread, heard.about(), false, true, Decision.SAYS_NOTHING);
    return detailed(heard, new Decided(made, first(heard, thread, List.of())));
  }

  /**
   * @param ranked what the message by itself may mean
   * @param alone the decision on it
   */
  Decided decide(Heard heard, Whereabouts where, Ranked ranked, Decision.Made alone) {
    Optional<Decided> elsewhere = elsewhere(heard, alone);
    if (elsewhere.isPresent()) {
      return elsewhere.get();
    }
    Points.Found about = heard.about();
    if (!about.asksOfNothingElse() && asksAnew(heard, ranked)) {
      return detailed(heard, apart(heard, where, ranked, alone, 0, Optional.empty()));
    }
    Continuation.Odds odds = continuation.odds(signs(heard, ranked));
    double goesOn = odds.read();
    // What is near to what the bot does not speak of needs a better reason to go on.
    boolean near = ranked.offTopic().isPresent() && !about.asked() && !about.isTold();
    Optional<Led> led = likeliest(heard, odds).filter(_ -> !about.asksOfNothingElse());
    boolean leads =
        !near && !odds.goesOn() && led.filter(l -> l.likely() >= odds.apart()).isPresent();
    if (leads) {
      return led(heard, ranked, alone, led.get().entry());
    }
    boolean on = about.asksOfNothingElse() || (odds.goesOn() && !near);
    return detailed(
        heard,
        on ? goOn(heard, ranked, alone, goesOn) : apart(heard, where, ranked, alone, goesOn, led));
  }

  /** Whether the message is one of the ways of asking for another text, almost word by word. */
  private static boolean asksAnew(Heard heard, Ranked ranked) {
    return Folding.words(heard.text()).size() > SHORT
        && ranked.candidates().stream()
            .limit(1)
            .filter(first -> !heard.thread().equals(Optional.of(first.entry())))
            .anyMatch(first -> first.signals().get(Signal.ASKED) >= WORD_BY_WORD);
  }

  /** The signs whether a message goes on. */
  ThreadSigns signs(Heard heard, Ranked ranked) {
    SequencedMap<String, Map<ThreadSign, Double>> offered = new LinkedHashMap<>();
    for (Entry entry : heard.offered()) {
      Points.Found about = points.find(heard.text(), heard.readings(), entry, heard.reply());
      Map<ThreadSign, Double> signs = signs(heard, ranked, entry, about);
      signs.put(ThreadSign.PLACE, 1.0 / (1 + offered.size()));
      signs.put(ThreadSign.TOLD_OF, heard.isToldOf(entry) ? 1.0 : 0.0);
      signs.put(ThreadSign.EARLIER, offered.size() < heard.now() ? 0.0 : 1.0);
      offered.put(entry.id(), signs);
    }
    return new ThreadSigns(heard.thread().map(read -> signs(heard, ranked, read)), offered);
  }

  private static Map<ThreadSign, Double> signs(Heard heard, Ranked ranked, Entry read) {
    Map<ThreadSign, Double> signs = signs(heard, ranked, read, heard.about());
    double told = heard.offered().stream().limit(heard.now()).filter(heard::isToldOf).count();
    signs.put(ThreadSign.OTHERS_TOLD_OF, told == 0 ? 0 : told / heard.now());
    return signs;
  }

  private static Map<ThreadSign, Double> signs(
      Heard heard, Ranked ranked, Entry text, Points.Found about) {
    return Continuation.signs(heard.text(), heard.namesCountry(), text, about, ranked);
  }

  private static Optional<Led> likeliest(Heard heard, Continuation.Odds odds) {
    return IntStream.range(0, heard.offered().size())
        .mapToObj(i -> new Led(heard.offered().get(i), odds.offered().get(i)))
        .max(Comparator.comparingDouble(Led::likely));
  }

  /** What was offered is what the message is about. */
  private Decided led(Heard heard, Ranked ranked, Decision.Made alone, Entry entry) {
    Decision.Made made = decision.answer(entry, "goes on about " + entry.id() + ", as offered");
    return new Decided(Decision.offering(made, alone), first(heard, entry, ranked.candidates()));
  }

  private Decided goOn(Heard heard, Ranked ranked, Decision.Made alone, double likely) {
    Entry thread = heard.thread().orElseThrow();
    Points.Found about = heard.about();
    // Who has read what is read in danger may be in danger, and is not asked back.
    boolean covers =
        about.asksOfNothingElse()
            || readInDanger.names(thread)
            || likely >= Continuation.SURELY
            || FollowUp.covers(thread, ranked.candidates());
    return new Decided(
        decision.goOn(thread, about, covers, FollowUp.isLikely(ranked), alone),
        first(heard, thread, ranked.candidates()));
  }

  /** A new matter, perhaps; what else the message is about is offered. */
  private Decided apart(
      Heard heard,
      Whereabouts where,
      Ranked ranked,
      Decision.Made alone,
      double goesOn,
      Optional<Led> led) {
    List<Scored> here = ranked.candidates().stream().filter(s -> where.holds(s.entry())).toList();
    Decision.Made made = Decision.withFurther(alone, needs.of(heard.text(), where, here), here);
    Optional<Led> read = heard.thread().map(thread -> new Led(thread, goesOn));
    // Where there is nothing else to offer, what was spoken of may still help.
    boolean nothing = made.answer() instanceof Answer.NoAnswer n && n.nearest().isEmpty();
    double least = nothing ? 0 : Continuation.PERHAPS;
    Optional<Led> perhaps =
        Stream.concat(read.stream(), led.stream())
            .filter(l -> l.likely() >= least && ranked.offTopic().isEmpty())
            .max(Comparator.comparingDouble(Led::likely));
    return new Decided(
        perhaps.map(l -> Decision.orOn(made, l.entry())).orElse(made), ranked.candidates());
  }

  private static Decided detailed(Heard heard, Decided decided) {
    return heard
        .thread()
        .map(thread ->
            new Decided(Decision.detailed(decided.made(), thread, heard.about()), decided.scored()))
        .orElse(decided);
  }

  private static List<Scored> first(Heard heard, Entry entry, List<Scored> candidates) {
    return FollowUp.first(entry, candidates, heard.reply());
  }

  /** Another country's entry of the matter that was read, if it is asked for. */
  private Optional<Decided> elsewhere(Heard heard, Decision.Made alone) {
    if (!FollowUp.applies(heard.question(), alone)) {
      return Optional.empty();
    }
    return heard
        .thread()
        .flatMap(thread ->
            heard
                .named()
                .code()
                .flatMap(code -> elsewhere(thread, heard, code))
                .map(there ->
                    new Decided(
                        decision.answer(there.entry(), "continues " + thread.id()),
                        List.of(there))));
  }

  private Optional<Scored> elsewhere(Entry thread, Heard heard, String country) {
    List<LanguageIdentifier.Guess> guesses = heard.detection().guesses();
    String together = FollowUp.text(heard.text(), thread, guesses, knowledge.fallback());
    Whereabouts there =
        Whereabouts.of(knowledge, Optional.of(country), CountryFinder.Found.NOWHERE);
    Ranked found =
        finder.find(together, terms.read(together, guesses), there, heard.question().status());
    return FollowUp.choose(thread, country, found.candidates());
  }
}
