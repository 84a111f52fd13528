package org.hamsafar.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.hamsafar.app.Core;
import org.hamsafar.knowledge.KnowledgeLoader;
import org.hamsafar.knowledge.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks the knowledge folder. */
@Command(
    name = "check",
    exitCodeOnInvalidInput = Main.USAGE,
    description = "Check the guidance; names every fault with file, line and remedy.")
final class CheckCommand implements Callable<Integer> {
  /** How faults are printed. */
  enum Format {
    text,
    json,
    github
  }

  @ParentCommand private HamsafarCommand program = new HamsafarCommand();

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text, json (one object a line) or github (workflow commands)")
  private Format format = Format.text;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    KnowledgeLoader.Loaded loaded = Core.loader(program.settings()).loadWithTests();
    for (Problem problem : loaded.problems()) {
      out.println(
          switch (format) {
            case text -> Problems.text(problem);
            case json -> json(problem);
            case github -> github(problem);
          });
    }
    List<Problem> errors = loaded.problems().stream().filter(Problem::isError).toList();
    if (format == Format.text) {
      out.println(
          "%d entries, %d errors, %d warnings"
              .formatted(
                  loaded.knowledge().entries().size(),
                  errors.size(),
                  loaded.problems().size() - errors.size()));
    }
    return errors.isEmpty() ? 0 : 1;
  }

  private static String json(Problem p) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("code", p.check().name());
    node.put("severity", p.isError() ? "error" : "warning");
    node.put("file", p.file());
    node.put("line", p.line());
    node.put("what", p.check().what());
    node.put("detail", p.detail());
    node.put("remedy", p.check().remedy());
    return node.toString();
  }

  /** See GitHub's documentation of workflow commands for the escapes. */
  private static String github(Problem p) {
    String message =
        "%s: %s. To mend it: %s.".formatted(p.check().what(), p.detail(), p.check().remedy());
    return "::%s file=knowledge/%s,line=%d,title=%s::%s"
        .formatted(
            p.isError() ? "error" : "warning",
            p.file(),
            Math.max(1, p.line()),
            p.check(),
            message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
  }
}
