package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.OffTopic;

/** Decides what to say when candidates are ranked: answer, ask back, or say no. */
final class Decision {
  private static final double ANSWER = 0.5;
  private static final double ASK_BACK = 0.2;
  private static final double ANSWERABLE = 0.82;
  private static final double NEAR = 0.15;

  /** To be offered where there is an answer, but none stands out. */
  private static final double POSSIBLE = 0.03;

  private static final double ELSEWHERE = 0.55;

  /** Rivals of another country whose rank is within this of the first make us ask where. */
  private static final double CLOSE = 1.0;

  /**
   * From this on an entry answers somebody whose country is not known, whatever other countries
   * have.
   */
  private static final double CERTAIN = 0.9;

  /** So many countries that may each have the answer leave none to what holds everywhere. */
  private static final int SEVERAL = 3;

  /** To be offered after an answer to who tells of one matter, and of several. */
  private static final double NEARBY = 0.05;

  private static final double REMOTE = 0.01;

  /** Of a part of a message that is not answered. */
  private static final double SURE = 0.6;

  private static final int OPTIONS = 3;

  /** Who tells of so many needs is offered one more. */
  private static final int MANY = 3;

  private final Knowledge knowledge;

  Decision(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  record Made(Answer answer, String reason) {}

  /** To greetings and the like. */
  static final Made SAYS_NOTHING =
      new Made(
          new Answer.NoAnswer(Answer.NoAnswer.Reason.SMALL_TALK, List.of()),
          "no word that tells what it is about");

  /**
   * @param where the person is, and which countries the question names
   * @param found the candidates
   */
  Made decide(Question question, Whereabouts where, Ranked found, List<Scored> anywhere) {
    List<Scored> ranked = found.candidates();
    if (question.text().isEmpty()) {
      return new Made(new Answer.NoAnswer(Answer.NoAnswer.Reason.EMPTY, List.of()), "no text");
    }
    if (ranked.isEmpty()) {
      return no(ranked, "no word of it is known");
    }
    if (found.answerable() < ANSWERABLE) {
      return new Made(
          new Answer.NoAnswer(reason(found), near(ranked)),
          shown(found.answerable()) + " that there is an answer is below " + shown(ANSWERABLE));
    }
    return where.isKnown() ? inCountry(where, ranked, anywhere) : anywhere(ranked);
  }

  private static Answer.NoAnswer.Reason reason(Ranked found) {
    return found.offTopic().filter(OffTopic::refused).isPresent()
        ? Answer.NoAnswer.Reason.REFUSED
        : Answer.NoAnswer.Reason.NOTHING_FITS;
  }

  /** Whether it is worth looking for an answer in other countries. */
  static boolean isUnsure(List<Scored> ranked) {
    return ranked.isEmpty() || ranked.getFirst().probability() < ANSWER;
  }

  private Made inCountry(Whereabouts where, List<Scored> ranked, List<Scored> anywhere) {
    List<Scored> here = ranked.stream().filter(s -> where.holds(s.entry())).toList();
    double best = here.isEmpty() ? 0 : here.getFirst().probability();
    if (best >= ANSWER) {
      return answer(here.getFirst().entry(), shown(best) + " is at least " + shown(ANSWER));
    }
    // Entries on one matter take the lead from each other: together they may well answer.
    double together = here.stream().limit(OPTIONS).mapToDouble(Scored::probability).sum();
    boolean elsewhere =
        together < ASK_BACK
            && !anywhere.isEmpty()
            && !where.holds(anywhere.getFirst().entry())
            && anywhere.getFirst().probability() >= ELSEWHERE;
    if (elsewhere) {
      List<Scored> near =
          anywhere.stream()
              .filter(s -> !where.holds(s.entry()) && s.probability() >= ASK_BACK)
              .toList();
      return new Made(
          new Answer.Clarify(Answer.Clarify.What.OTHER_COUNTRY, options(near), countriesOf(near)),
          shown(anywhere.getFirst().probability()) + ", only in another country");
    }
    return choose(here, shown(best) + " is below " + shown(ANSWER));
  }

  private Made anywhere(List<Scored> ranked) {
    Scored first = ranked.getFirst();
    List<Scored> rivals = ranked.stream().filter(s -> s.rank() >= first.rank() - CLOSE).toList();
    Set<String> codes = new LinkedHashSet<>();
    rivals.forEach(s -> codes.add(s.entry().country()));
    codes.remove(Country.ANY);
    // Entries of several countries on one matter take the lead from each other: add them up.
    double together = rivals.stream().mapToDouble(Scored::probability).sum();
    boolean certain = codes.size() <= 1 && first.probability() >= CERTAIN;
    boolean local = !first.entry().country().equals(Country.ANY) && together >= ANSWER;
    List<Scored> likely = ranked.stream().filter(s -> s.probability() >= ASK_BACK).toList();
    if (!certain && (local || countriesOf(likely).size() >= SEVERAL)) {
      return new Made(
          new Answer.Clarify(Answer.Clarify.What.COUNTRY, options(rivals), allCountries(likely)),
          "which country is not known");
    }
    if (first.probability() >= ANSWER) {
      return answer(first.entry(), shown(first.probability()) + " is at least " + shown(ANSWER));
    }
    return choose(ranked, shown(first.probability()) + " is below " + shown(ANSWER));
  }

  /**
   * Offers first, after the answer or in place of one, what the parts of the message are about,
   * then what else it may be about: who tells of several needs finds each of them.
   *
   * @param needs of the parts of the message
   * @param here what may be meant, the likeliest first
   */
  static Made withFurther(Made made, List<Needs.Need> needs, List<Scored> here) {
    Answer answer =
        switch (made.answer()) {
          case Answer.Answered a -> {
            double least = needs.size() < 2 ? NEARBY : REMOTE;
            List<Entry> others = new ArrayList<>(likeliest(needs, 0, a.entry().matter()));
            others.addAll(
                here.stream()
                    .filter(s -> s.probability() >= least && !isView(s))
                    .map(Scored::entry)
                    .toList());
            Set<String> matters = new HashSet<>(Set.of(a.entry().matter()));
            others.removeIf(e -> !matters.add(e.matter()));
            int most = needs.size() < MANY ? OPTIONS : OPTIONS + 1;
            yield new Answer.Answered(a.entry(), first(others, a.related(), most));
          }
          case Answer.Clarify c when c.what() == Answer.Clarify.What.ENTRY ->
              new Answer.Clarify(
                  c.what(), first(likeliest(needs, 0, ""), c.options()), c.countries());
          case Answer.NoAnswer n ->
              new Answer.NoAnswer(n.reason(), first(likeliest(needs, SURE, ""), n.nearest()));
          case Answer other -> other;
        };
    return new Made(answer, made.reason());
  }

  /**
   * The likeliest needs, in the order of the message.
   *
   * @param least how likely they must be
   * @param answered the matter that is answered; empty if none is
   */
  static List<Entry> likeliest(List<Needs.Need> needs, double least, String answered) {
    List<Needs.Need> others =
        needs.stream()
            .filter(need -> need.likely() >= least && !need.entry().matter().equals(answered))
            .toList();
    Set<Needs.Need> chosen =
        others.stream()
            .sorted(Comparator.comparingDouble(Needs.Need::likely).reversed())
            .limit(OPTIONS + 1)
            .collect(Collectors.toSet());
    return others.stream().filter(chosen::contains).map(Needs.Need::entry).toList();
  }

  /** What would answer the message by itself is offered first. */
  static Made offering(Made made, Made alone) {
    return made.answer() instanceof Answer.Answered a
            && alone.answer() instanceof Answer.Answered other
            && !other.entry().equals(a.entry())
        ? new Made(
            new Answer.Answered(a.entry(), first(List.of(other.entry()), a.related())),
            made.reason())
        : made;
  }

  private static List<Entry> first(List<Entry> further, List<Entry> others) {
    return first(further, others, OPTIONS);
  }

  private static List<Entry> first(List<Entry> further, List<Entry> others, int most) {
    return Stream.concat(further.stream(), others.stream()).distinct().limit(most).toList();
  }

  /**
   * To a question that says little by itself: what was answered before, if it speaks of it; else
   * the person has to say which is meant.
   *
   * @param about what that text tells of what is asked
   * @param covers whether it speaks of it in other words
   * @param likely whether there is an answer to the question by itself
   * @param alone the decision on it
   */
  Made goOn(Entry thread, Points.Found about, boolean covers, boolean likely, Made alone) {
    List<Entry> options = first(List.of(thread), alone.answer().fitting());
    if (about.isUntold() && !about.only() && alone.answer() instanceof Answer.Answered) {
      return alone;
    }
    if (about.isUntold()) {
      return new Made(
          new Answer.Detail(thread, options.subList(1, options.size()), List.of(), false),
          thread.id() + " does not tell; else: " + alone.reason());
    }
    return covers || about.isTold() || (likely && options.size() == 1)
        ? offering(answer(thread, "continues " + thread.id()), alone)
        : new Made(
            new Answer.Clarify(Answer.Clarify.What.ENTRY, options, List.of()),
            "may continue " + thread.id() + "; else: " + alone.reason());
  }

  /** Where the message by itself has no answer: what was read may be what it is about. */
  static Made orOn(Made alone, Entry thread) {
    Answer answer =
        switch (alone.answer()) {
          case Answer.Clarify c when c.what() == Answer.Clarify.What.ENTRY ->
              new Answer.Clarify(c.what(), withLast(c.options(), thread), c.countries());
          case Answer.NoAnswer n -> new Answer.NoAnswer(n.reason(), withLast(n.nearest(), thread));
          case Answer other -> other;
        };
    return new Made(answer, alone.reason());
  }

  private static List<Entry> withLast(List<Entry> options, Entry last) {
    return options.contains(last)
        ? options
        : Stream.concat(options.stream().limit(OPTIONS - 1L), Stream.of(last)).toList();
  }

  /** Some points of what was read, if they answer what is asked on about it. */
  static Made detailed(Made made, Entry thread, Points.Found about) {
    boolean read = made.answer() instanceof Answer.Answered a && a.entry().equals(thread);
    return read && (about.isUntold() || !about.points().isEmpty())
        ? new Made(
            new Answer.Detail(thread, made.answer().offered(), about.points(), about.isDoubtful()),
            made.reason() + ", " + about.points().size() + " points of it")
        : made;
  }

  /** The answer that an entry gives. */
  Made answer(Entry entry, String reason) {
    Answer answer =
        entry.kind() == Entry.Kind.GUIDANCE
            ? new Answer.Answered(entry, related(entry))
            : new Answer.Contested(entry, related(entry));
    return new Made(answer, reason);
  }

  /** The guidance that an answer shows or offers; views and other countries' entries left out. */
  static List<Entry> guidance(Answer answer) {
    return switch (answer) {
      case Answer.Answered a -> List.of(a.entry());
      case Answer.Detail d -> List.of(d.entry());
      case Answer.Clarify c when c.what() == Answer.Clarify.What.ENTRY -> c.options();
      case Answer.Clarify _,
          Answer.Contested _,
          Answer.NoAnswer _,
          Answer.Crisis _,
          Answer.Handoff _ ->
          List.of();
    };
  }

  /** There is an answer, but which? Only where even the likeliest are out of the question: none. */
  private static Made choose(List<Scored> ranked, String reason) {
    List<Scored> possible = ranked.stream().filter(s -> s.probability() >= POSSIBLE).toList();
    return possible.isEmpty()
        ? no(ranked, reason)
        : new Made(
            new Answer.Clarify(Answer.Clarify.What.ENTRY, withoutViews(possible), List.of()),
            reason);
  }

  private static Made no(List<Scored> ranked, String reason) {
    return new Made(new Answer.NoAnswer(Answer.NoAnswer.Reason.NOTHING_FITS, near(ranked)), reason);
  }

  /** What may be meant; an author's view only if nothing else comes before it. */
  private static List<Entry> near(List<Scored> ranked) {
    return withoutViews(ranked.stream().filter(s -> s.probability() >= NEAR).toList());
  }

  private static List<Entry> withoutViews(List<Scored> ranked) {
    return options(ranked.stream().filter(s -> !isView(s) || s.equals(ranked.getFirst())).toList());
  }

  private static boolean isView(Scored scored) {
    return scored.entry().kind() == Entry.Kind.AUTHOR_VIEW;
  }

  /** What is offered below the text of an entry. */
  List<Entry> related(Entry entry) {
    return entry.related().stream()
        .map(knowledge::entry)
        .flatMap(Optional::stream)
        .limit(OPTIONS)
        .toList();
  }

  private static List<Entry> options(List<Scored> scored) {
    return scored.stream().limit(OPTIONS).map(Scored::entry).toList();
  }

  /** Those of the candidates first: somebody in another one must find it, too. */
  private List<Country> allCountries(List<Scored> scored) {
    List<Country> places = knowledge.places().toList();
    Set<Country> all = new LinkedHashSet<>(countriesOf(scored));
    all.retainAll(places);
    all.addAll(places);
    return List.copyOf(all);
  }

  private List<Country> countriesOf(List<Scored> scored) {
    return scored.stream()
        .map(s -> s.entry().country())
        .distinct()
        .filter(code -> !code.equals(Country.ANY))
        .map(knowledge::country)
        .flatMap(Optional::stream)
        .toList();
  }

  private static String shown(double probability) {
    return String.format(Locale.ROOT, "%.2f", probability);
  }
}
