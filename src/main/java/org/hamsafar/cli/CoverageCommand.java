package org.hamsafar.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.hamsafar.app.Core;
import org.hamsafar.knowledge.Coverage;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows what is written and translated, and what is not. */
@Command(
    name = "coverage",
    exitCodeOnInvalidInput = Main.USAGE,
    description = "Which entries exist, by country and topic, and how far each language goes.")
final class CoverageCommand implements Callable<Integer> {
  @ParentCommand private HamsafarCommand program = new HamsafarCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Knowledge knowledge = Core.loader(program.settings()).load().knowledge();
    Coverage coverage = Coverage.of(knowledge);
    out.println("Entries by country");
    coverage
        .entriesByCountry()
        .forEach((country, count) -> out.println("  %-8s %4d".formatted(country, count)));
    out.println(
        "Translated, in per cent of entries (importance 1, 2, 3, all; reviewed; out of date)");
    for (Language language : knowledge.languages().values()) {
      Coverage.Row row = coverage.row(language.tag());
      out.println(
          "  %-8s %3d %3d %3d %3d   %3d   %3d"
              .formatted(
                  language.tag(),
                  row.percent(1),
                  row.percent(2),
                  row.percent(3),
                  row.percentOfAll(),
                  row.reviewed(),
                  row.stale()));
    }
    out.println("Topics without an entry, by country");
    coverage
        .missingTopics()
        .forEach((country, topics) ->
            out.println("  %-8s %s".formatted(country, String.join(" ", topics))));
    return 0;
  }
}
