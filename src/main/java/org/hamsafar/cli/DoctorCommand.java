package org.hamsafar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hamsafar.app.Core;
import org.hamsafar.app.MatrixSetup;
import org.hamsafar.app.TelegramSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks configuration and connections and reports every problem at once. */
@Command(
    name = "doctor",
    exitCodeOnInvalidInput = Main.USAGE,
    description =
        "Check guidance, Telegram and Matrix; says how to mend what is wrong, changes nothing.")
final class DoctorCommand implements Callable<Integer> {
  @ParentCommand private HamsafarCommand program = new HamsafarCommand();

  @Mixin private TelegramOptions telegram = new TelegramOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<String> problems = new ArrayList<>();
    try (Core core = Core.open(program.settings(), false)) {
      long errors = core.problems().stream().filter(p -> p.isError()).count();
      if (errors > 0) {
        problems.add("guidance: %d faults. To mend it: run ./hamsafar check".formatted(errors));
      }
      Optional<String> token = telegram.token(System.getenv());
      if (token.isEmpty()) {
        out.println(
            "telegram: not configured (%s is not set and no --telegram-token-file given)"
                .formatted(TelegramOptions.TOKEN));
      } else {
        telegram(core, token.get(), problems);
      }
    }
    matrix(out, problems);
    problems.forEach(out::println);
    out.println(problems.isEmpty() ? "all well" : problems.size() + " problems");
    return problems.isEmpty() ? 0 : 1;
  }

  private void matrix(PrintWriter out, List<String> problems) throws InterruptedException {
    if (!MatrixSetup.isConfigured(program.settings())) {
      out.println("matrix: not configured (nobody has run ./hamsafar matrix login)");
      return;
    }
    MatrixSetup.admin(program.settings()).check().stream()
        .map(p -> "matrix: %s. To mend it: %s".formatted(p.what(), p.mend()))
        .forEach(problems::add);
  }

  private void telegram(Core core, String token, List<String> problems)
      throws InterruptedException {
    try {
      TelegramSetup.check(core, token, telegram.server(), telegram.webhook(System.getenv()))
          .stream()
          .map(p -> "telegram: %s. To mend it: %s".formatted(p.what(), p.mend()))
          .forEach(problems::add);
    } catch (IllegalArgumentException e) {
      problems.add("telegram: " + e.getMessage());
    }
  }
}
