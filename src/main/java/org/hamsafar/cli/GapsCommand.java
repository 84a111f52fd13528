package org.hamsafar.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import org.hamsafar.app.Settings;
import org.hamsafar.store.Database;
import org.hamsafar.store.Gaps;
import org.hamsafar.store.Store;
import org.hamsafar.store.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the questions that nothing answered, for the volunteers. */
@Command(
    name = "gaps",
    exitCodeOnInvalidInput = Main.USAGE,
    description = "Questions that nothing answered; nothing tells who asked.")
final class GapsCommand implements Callable<Integer> {
  @ParentCommand private HamsafarCommand program = new HamsafarCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = program.settings();
    Path file = settings.data().resolve("h.db");
    if (!Files.exists(file)) {
      throw new UserException(
          "There is no database in '%s' yet: the bot keeps gaps once it runs (./hamsafar run)."
              .formatted(settings.data()));
    }
    Vault vault = Vault.open(settings.data().resolve("secret.key"), new SecureRandom());
    try (Store store = new Store(Database.sqlite(file), vault, settings.clock())) {
      List<Gaps.Gap> gaps = store.gaps().all();
      gaps.forEach(g -> out.println(line(g)));
      store
          .gaps()
          .verdicts()
          .forEach(v ->
              out.println("%s: right %d, wrong %d".formatted(v.entry(), v.right(), v.wrong())));
      out.println("%d questions without an answer".formatted(gaps.size()));
    }
    return 0;
  }

  private static String line(Gaps.Gap gap) {
    return "%s %s %s: %s (nearest: %s)"
        .formatted(
            gap.week(),
            gap.country().orElse("--"),
            gap.language(),
            gap.question().replace('\n', ' '),
            String.join(", ", gap.nearest()));
  }
}
