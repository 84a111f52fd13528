package org.hamsafar.lab;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.hamsafar.lab.SearchTasks.Asked;
import org.hamsafar.language.LanguageIdentifier;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.TranslationTable;

/** How well a score tells questions that have an answer from those that have none. */
final class Answerability {
  private final SearchTasks tasks;
  private final LanguageIdentifier identifier;
  private final PrintWriter out;

  Answerability(SearchTasks tasks, LanguageIdentifier identifier, PrintWriter out) {
    this.tasks = tasks;
    this.identifier = identifier;
    this.out = out;
  }

  private record Judged(double score, boolean answerable) {}

  void run() {
    out.println("answerable or not (area under the curve)          ours  BM25 score");
    SearchTask omos = tasks.within().getLast();
    pages("  OMoS: the page answers or does not", omos);
    row(
        "  OMoS: the same, the page not known",
        omos,
        tasks.omosQuestions().stream().map(Asked::question).toList());
    SearchTask heads = tasks.toEnglish("", "eng", LanguageTag.ENGLISH, 0, 0).getLast();
    SearchTask half =
        new SearchTask(
            heads.name(),
            heads.asked(),
            heads.written(),
            heads.texts().subList(0, heads.texts().size() / 2),
            heads.questions(),
            0);
    List<SearchTask.Question> judged =
        heads.questions().stream()
            .map(q ->
                new SearchTask.Question(q.text(), q.right() < half.texts().size() ? q.right() : -1))
            .toList();
    row("  headlines, every second text missing", half, judged);
  }

  /** What both searches say of a question. */
  private record Scores(boolean answerable, double ours, double theirs) {}

  /** Our search, and what tells how sure it is. */
  private record Ours(OwnContender search, LetterCoverage coverage) {
    /** How likely one text answers. */
    double confidence(String question, int text) {
      return coverage.of(question, text);
    }

    /** How likely the best text answers. */
    double confidence(String question) {
      List<Contender.Hit> best = search.search(question, 1);
      return best.isEmpty()
          ? 0
          : confidence(question, best.getFirst().text()) + search.lead(question);
    }
  }

  /** Asks both searches. */
  private interface Asking<Q> {
    Scores ask(Q question, Ours own, LuceneContender other);
  }

  /** Each question is compared with the page that it was asked about. */
  private void pages(String name, SearchTask task) {
    compare(
        name,
        task,
        tasks.omosQuestions(),
        (asked, own, other) -> {
          SearchTask.Question question = asked.question();
          double theirs =
              other.search(question.text(), task.texts().size()).stream()
                  .filter(hit -> hit.text() == asked.page())
                  .mapToDouble(Contender.Hit::score)
                  .sum();
          return new Scores(
              question.right() >= 0, own.confidence(question.text(), asked.page()), theirs);
        });
  }

  private void row(String name, SearchTask task, List<SearchTask.Question> questions) {
    compare(
        name,
        task,
        questions,
        (question, own, other) -> {
          List<Contender.Hit> hits = other.search(question.text(), 1);
          return new Scores(
              question.right() >= 0,
              own.confidence(question.text()),
              hits.isEmpty() ? 0 : hits.getFirst().score());
        });
  }

  private <Q> void compare(String name, SearchTask task, List<Q> questions, Asking<Q> asking) {
    if (task.texts().isEmpty()) {
      out.println(name + " data missing");
      return;
    }
    List<Judged> own = new ArrayList<>();
    List<Judged> theirs = new ArrayList<>();
    try (OwnContender search = new OwnContender(task, TranslationTable.none(), this::tag);
        LuceneContender other = new LuceneContender(new StandardAnalyzer(), task.texts())) {
      Ours ours = new Ours(search, new LetterCoverage(task.texts()));
      for (Q question : questions) {
        Scores scores = asking.ask(question, ours, other);
        own.add(new Judged(scores.ours(), scores.answerable()));
        theirs.add(new Judged(scores.theirs(), scores.answerable()));
      }
    }
    out.printf(Locale.ROOT, "%-48s %.3f  %.3f%n", name, area(own), area(theirs));
  }

  private LanguageTag tag(String text) {
    return identifier.identify(text).stream()
        .map(LanguageIdentifier.Guess::language)
        .findFirst()
        .orElse(LanguageTag.ENGLISH);
  }

  /** The share of pairs of one of each kind in which the answerable one scores higher. */
  private static double area(List<Judged> judged) {
    double better = 0;
    double pairs = 0;
    for (Judged yes : judged) {
      for (Judged no : judged) {
        if (yes.answerable() && !no.answerable()) {
          pairs++;
          better += yes.score() > no.score() ? 1 : yes.score() == no.score() ? 0.5 : 0;
        }
      }
    }
    return pairs == 0 ? 0 : better / pairs;
  }
}
