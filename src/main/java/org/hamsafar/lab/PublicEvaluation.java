package org.hamsafar.lab;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.hamsafar.language.LanguageIdentifier;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.Analyzers;
import org.hamsafar.retrieval.ParallelText;
import org.hamsafar.retrieval.TranslationTable;

/** Runs every public task with every contender and prints a table. */
public final class PublicEvaluation {
  private static final int DEPTH = 10;

  private final PublicData data;
  private final SearchTasks tasks;
  private final ParallelText own;
  private final LanguageIdentifier identifier;
  private final PrintWriter out;

  /**
   * @param folder where the data sets lie
   * @param own what the guidance says in several languages
   */
  public PublicEvaluation(
      Path folder, ParallelText own, LanguageIdentifier identifier, PrintWriter out) {
    this.data = new PublicData(folder);
    this.tasks = new SearchTasks(data);
    this.own = own;
    this.identifier = identifier;
    this.out = out;
  }

  /** What a contender reached in a task. */
  private record Reached(double first, double reciprocal) {}

  private record NamedTable(String name, ParallelText text) {}

  /** Runs all. */
  public void run() {
    out.println(
        "task                                    asked  texts |    ours   MRR@10  floor |"
            + " Standard  Persian  English  FTS5 unicode61  FTS5 trigram");
    TranslationTable sisters = learn(data.tico("prs").and(data.tico("fa")));
    TranslationTable persian = learn(joined(data.tico("prs"), data.tico("fa")).and(own));
    for (SearchTask task : tasks.within()) {
      run(task, task.name().startsWith("Dari") ? persian : sisters);
    }
    ParallelText ticoDari = data.tico("prs");
    ParallelText ticoPashto = data.tico("ps");
    across(
        "Dari",
        "prs",
        LanguageTag.DARI,
        0.82,
        0.52,
        new NamedTable("TICO-19", ticoDari),
        new NamedTable("TICO-19 and ours", ticoDari.and(own)),
        new NamedTable("and NLLB-Seed", ticoDari.and(own).and(data.seed("prs", LanguageTag.DARI))));
    across(
        "Pashto",
        "pus",
        LanguageTag.PASHTO,
        0.70,
        0.45,
        new NamedTable("TICO-19", ticoPashto),
        new NamedTable("TICO-19 and ours", ticoPashto.and(own)),
        new NamedTable(
            "and NLLB-Seed", ticoPashto.and(own).and(data.seed("pbt", LanguageTag.PASHTO))));
    across(
        "Uzbek",
        "uzb",
        LanguageTag.UZBEK_LATIN,
        0.60,
        0.45,
        new NamedTable("glossary", data.uzbekGlossary()),
        new NamedTable("glossary and ours", data.uzbekGlossary().and(own)));
    new Answerability(tasks, identifier, out).run();
    new LanguageTask(data, identifier, out).run();
    out.flush();
  }

  private static TranslationTable learn(ParallelText text) {
    try (Analyzers analyzers = new Analyzers()) {
      return TranslationTable.learn(text, analyzers);
    }
  }

  /** Two translations of the same English sentences beside each other. */
  private static ParallelText joined(ParallelText one, ParallelText other) {
    List<String> first = said(one, LanguageTag.DARI);
    List<String> second = said(other, LanguageTag.PERSIAN);
    return first.size() == second.size()
        ? PublicData.pairs(first, LanguageTag.DARI, second, LanguageTag.PERSIAN)
        : ParallelText.NONE;
  }

  private static List<String> said(ParallelText text, LanguageTag tag) {
    return text.segments().stream().map(segment -> segment.getOrDefault(tag, "")).toList();
  }

  private void across(
      String name, String code, LanguageTag tag, double one, double two, NamedTable... tables) {
    for (NamedTable table : tables) {
      TranslationTable learned = learn(table.text());
      out.println("  words of " + name + " learned from: " + table.name());
      for (SearchTask task : tasks.toEnglish(name, code, tag, one, two)) {
        run(task, learned);
      }
    }
  }

  private void run(SearchTask task, TranslationTable table) {
    if (task.questions().isEmpty() || task.texts().isEmpty()) {
      out.printf(Locale.ROOT, "%-40s data missing%n", task.name());
      return;
    }
    Reached ours = measure(task, new OwnContender(task, table, this::tag));
    List<Double> others = new ArrayList<>();
    others.add(measure(task, new LuceneContender(new StandardAnalyzer(), task.texts())).first());
    others.add(measure(task, new LuceneContender(new PersianAnalyzer(), task.texts())).first());
    others.add(measure(task, new LuceneContender(new EnglishAnalyzer(), task.texts())).first());
    others.add(measure(task, new SqliteContender("unicode61", task.texts())).first());
    others.add(measure(task, new SqliteContender("trigram", task.texts())).first());
    out.printf(
        Locale.ROOT,
        "%-40s %5d  %5d |   %.3f    %.3f  %.3f |    %.3f    %.3f    %.3f           %.3f         %.3f%n",
        task.name(),
        task.questions().size(),
        task.texts().size(),
        ours.first(),
        ours.reciprocal(),
        task.floor(),
        others.get(0),
        others.get(1),
        others.get(2),
        others.get(3),
        others.get(4));
    out.flush();
  }

  private LanguageTag tag(String text) {
    return identifier.identify(text).stream()
        .map(LanguageIdentifier.Guess::language)
        .findFirst()
        .orElse(LanguageTag.ENGLISH);
  }

  private static Reached measure(SearchTask task, Contender contender) {
    try (contender) {
      int first = 0;
      double reciprocal = 0;
      for (SearchTask.Question question : task.questions()) {
        List<Contender.Hit> hits = contender.search(question.text(), DEPTH);
        for (int i = 0; i < hits.size(); i++) {
          if (hits.get(i).text() == question.right()) {
            first += i == 0 ? 1 : 0;
            reciprocal += 1.0 / (i + 1);
          }
        }
      }
      double all = task.questions().size();
      return new Reached(first / all, reciprocal / all);
    }
  }
}
