package org.hamsafar.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hamsafar.answer.RankingModel;
import org.hamsafar.app.Core;
import org.hamsafar.app.Evaluation;
import org.hamsafar.app.LanguageLesson;
import org.hamsafar.app.NeedTally;
import org.hamsafar.app.PointTally;
import org.hamsafar.app.RankingTrainer;
import org.hamsafar.app.Settings;
import org.hamsafar.app.TalkTally;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.TestQuestion;
import org.hamsafar.lab.PublicEvaluation;
import org.hamsafar.lab.QualityLog;
import org.hamsafar.retrieval.ParallelFiles;
import org.hamsafar.retrieval.ParallelText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs the question sets of knowledge/tests. */
@Command(
    name = "evaluate",
    exitCodeOnInvalidInput = Main.USAGE,
    description = "Ask all test questions; print how many were answered rightly, by language.")
final class EvaluateCommand implements Callable<Integer> {
  @ParentCommand private HamsafarCommand program = new HamsafarCommand();

  @Option(names = "--json", description = "print one JSON object a language")
  private boolean json;

  @Option(names = "--misses", description = "show every question that went wrong, and why")
  private boolean misses;

  @Option(names = "--only", paramLabel = "TEXT", description = "only files whose name contains it")
  private String only = "";

  @Option(
      names = "--learn",
      paramLabel = "FILE",
      description = "learn the weights of ranking from one half of the questions, write them")
  private @Nullable Path learn;

  @Option(names = "--held-out", description = "only the half that nothing was learned from")
  private boolean heldOut;

  @Option(
      names = "--public",
      paramLabel = "DIR",
      description = "run the public data sets of DIR instead, beside other searches")
  private @Nullable Path publicData;

  @Option(names = "--by-country", description = "print a row a country, by the entry expected")
  private boolean byCountry;

  @Option(
      names = "--record",
      paramLabel = "STEP",
      description =
          "write the figures of the held-out half to docs/quality.csv under this name and draw docs/images/quality.svg anew")
  private @Nullable String step;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = program.settings();
    if (publicData != null) {
      return evaluate(settings, publicData, out);
    }
    List<TestQuestion> tests =
        Core.loader(settings).loadWithTests().knowledge().tests().stream()
            .filter(t -> t.file().contains(only))
            .filter(t -> !(heldOut || step != null) || !RankingTrainer.isForLearning(t))
            .toList();
    if (learn != null) {
      return learn(settings, tests, learn);
    }
    try (Core core = Core.open(settings, false)) {
      Evaluation evaluation = Evaluation.of(core.answerer(), tests);
      print(out, evaluation);
      if (step != null) {
        record(step, evaluation.total());
      }
    }
    return 0;
  }

  private static void record(String step, Evaluation.Tally t) {
    Path csv = Path.of("docs/quality.csv");
    Path picture = Path.of("docs/images/quality.svg");
    try {
      QualityLog log = QualityLog.read(csv);
      log.record(
          new QualityLog.Step(
              step,
              List.of(
                  t.hitAt1(),
                  t.hitAt3(),
                  t.meanReciprocalRank(),
                  t.abstentionPrecision(),
                  t.abstentionRecall())));
      Files.writeString(csv, log.csv());
      Files.writeString(picture, log.svg());
    } catch (IllegalArgumentException e) {
      throw new UserException(csv + ": " + e.getMessage() + ". To mend it: correct or remove it");
    } catch (IOException e) {
      throw new UserException(
          "cannot write " + csv + " and " + picture + ": run it in the project's folder");
    }
  }

  private static int evaluate(Settings settings, Path publicData, PrintWriter out) {
    if (!Files.isDirectory(publicData)) {
      throw new UserException("--public " + publicData + ": no such folder");
    }
    Knowledge knowledge = Core.loader(settings).load().knowledge();
    new PublicEvaluation(
            publicData,
            ParallelText.of(knowledge, knowledge.concepts())
                .and(new ParallelFiles(settings.parallel()).read()),
            LanguageLesson.learn(knowledge),
            out)
        .run();
    return 0;
  }

  private static int learn(Settings settings, List<TestQuestion> tests, Path file) {
    RankingTrainer trainer =
        new RankingTrainer(tests.stream().filter(RankingTrainer::isForLearning).toList());
    RankingModel model = trainer.learn(m -> Core.open(settings, false, m));
    try {
      Files.writeString(file, model.toProperties());
    } catch (IOException e) {
      throw new UserException("cannot write " + file + ": name a file in a folder that exists");
    }
    return 0;
  }

  private void print(PrintWriter out, Evaluation evaluation) {
    if (!json) {
      out.println(
          "language      asked  hit@1  hit@3  MRR@10  answered | none  abst.prec  abst.rec | danger  recall  look-alikes  false alarms");
    }
    (byCountry ? evaluation.byCountry() : evaluation.byLanguage())
        .forEach((tag, tally) -> out.println(row(tag, tally)));
    out.println(row("all", evaluation.total()));
    PointTally points = evaluation.points();
    if (points.asked() + points.untold() > 0) {
      out.println(json ? new ObjectMapper().valueToTree(points).toString() : points(points));
    }
    NeedTally needs = evaluation.needs();
    if (needs.messages() > 0) {
      out.println(json ? new ObjectMapper().valueToTree(needs).toString() : needs(needs));
    }
    TalkTally talks = evaluation.talks();
    if (talks.asked() + talks.none() > 0) {
      out.println(json ? new ObjectMapper().valueToTree(talks).toString() : talks(talks));
    }
    if (misses) {
      for (Evaluation.Miss miss : evaluation.misses()) {
        out.println();
        out.println(
            "%s:%d %s %s"
                .formatted(
                    miss.test().file(),
                    miss.test().line(),
                    miss.test().country().orElse("--"),
                    miss.test().question()));
        out.println("  expected " + miss.test().expected() + ", got " + miss.got());
        Explain.text(miss.outcome()).lines().limit(14).forEach(l -> out.println("    " + l));
      }
    }
  }

  private static String points(PointTally p) {
    return String.format(
        Locale.ROOT,
        "points asked on about: %d, shown %d, whole text again %d, wrongly not told %d; not told: %d, said so %d",
        p.asked(),
        p.right(),
        p.whole(),
        p.wronglySaidSo(),
        p.untold(),
        p.saidSo());
  }

  private static String needs(NeedTally n) {
    return String.format(
        Locale.ROOT,
        "needs told together: %d, shown %d, offered %d; messages: %d, every need shown or offered %d",
        n.needs(),
        n.shown(),
        n.offered(),
        n.messages(),
        n.whole());
  }

  private static String talks(TalkTally t) {
    return String.format(
        Locale.ROOT,
        "messages after another: %d, shown %d, offered %d; no text answers: %d, none shown %d",
        t.asked(),
        t.shown(),
        t.offered(),
        t.none(),
        t.declined());
  }

  private String row(String tag, Evaluation.Tally t) {
    if (json) {
      ObjectNode node = new ObjectMapper().createObjectNode();
      node.put("language", tag);
      node.put("asked", t.answerable());
      node.put("hit@1", t.hitAt1());
      node.put("hit@3", t.hitAt3());
      node.put("mrr@10", t.meanReciprocalRank());
      node.put("none", t.unanswerable());
      node.put("abstention_precision", t.abstentionPrecision());
      node.put("abstention_recall", t.abstentionRecall());
      node.put("danger", t.crises());
      node.put("harmless", t.harmless());
      node.put("danger_recall", t.crisisRecall());
      node.put("false_alarm_rate", t.falseAlarmRate());
      return node.toString();
    }
    return String.format(
        Locale.ROOT,
        "%-12s %6d  %.3f  %.3f   %.3f    %6d | %4d      %.3f     %.3f | %6d   %.3f       %6d        %.4f",
        tag,
        t.answerable(),
        t.hitAt1(),
        t.hitAt3(),
        t.meanReciprocalRank(),
        t.answeredRight(),
        t.unanswerable(),
        t.abstentionPrecision(),
        t.abstentionRecall(),
        t.crises(),
        t.crisisRecall(),
        t.harmless(),
        t.falseAlarmRate());
  }
}
