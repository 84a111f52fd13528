package org.hamsafar.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import org.hamsafar.answer.Outcome;
import org.hamsafar.answer.QueryTerms;
import org.hamsafar.answer.Scored;
import org.hamsafar.answer.Signal;
import org.hamsafar.answer.Signals;

/** Shows how an answer came about. */
final class Explain {
  private Explain() {}

  static String text(Outcome outcome) {
    StringBuilder out = new StringBuilder();
    out.append("language  ");
    outcome.detection().guesses().stream()
        .limit(4)
        .forEach(g ->
            out.append(
                String.format(Locale.ROOT, "%s %.2f  ", g.language().value(), g.probability())));
    out.append("\ncountry   ").append(outcome.detection().country().orElse("none named"));
    for (QueryTerms reading : outcome.terms()) {
      out.append("\nterms     ").append(reading.language()).append(": ");
      out.append(reading.terms().stream().map(Explain::term).collect(Collectors.joining(" ")));
    }
    out.append("\ncandidates (probability, likeness to a way of asking, covered, title, BM25)");
    for (Scored s : outcome.candidates()) {
      Signals f = s.signals();
      out.append(
          String.format(
              Locale.ROOT,
              "%n  %.3f  %.2f %.2f %.2f %6.2f  %s (%s)",
              s.probability(),
              f.get(Signal.ASKED),
              f.get(Signal.COVERED),
              f.get(Signal.TITLE),
              Math.expm1(4 * f.get(Signal.BM25)),
              s.entry().id(),
              s.language().value()));
    }
    out.append("\ndecision  ")
        .append(outcome.answer().kind())
        .append(": ")
        .append(outcome.reason());
    out.append("\nmicros    ").append(outcome.micros()).append('\n');
    return out.toString();
  }

  private static String term(QueryTerms.Term term) {
    String corrected = term.text().equals(term.asTyped()) ? "" : "(" + term.asTyped() + ")";
    return String.format(Locale.ROOT, "%s%s^%.1f", term.text(), corrected, term.weight());
  }
}
