package org.hamsafar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hamsafar.app.Core;
import org.hamsafar.app.Settings;
import org.hamsafar.app.StoreBench;
import org.hamsafar.knowledge.TestQuestion;
import org.hamsafar.retrieval.Passages;
import org.hamsafar.store.Database;
import org.hamsafar.store.Store;
import org.hamsafar.store.Vault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** How many messages a second go from the inbox to a sent outbox row. */
@Command(
    name = "store",
    exitCodeOnInvalidInput = Main.USAGE,
    description =
        "Messages a second from inbox to sent outbox row with durable commits, and how long one takes.")
final class BenchStoreCommand implements Callable<Integer> {
  @ParentCommand private BenchCommand bench = new BenchCommand();

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "jdbc:postgresql://… with HAMSAFAR_DATABASE_USER and HAMSAFAR_DATABASE_PASSWORD, an empty database; default: a new SQLite file in the data folder, deleted afterwards")
  private @Nullable String database;

  @Option(
      names = "--messages",
      paramLabel = "N",
      defaultValue = "20000",
      description = "how many at once (default: ${DEFAULT-VALUE})")
  private int messages;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "200",
      description = "messages a second while latency is measured (default: ${DEFAULT-VALUE})")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "20",
      description = "how long latency is measured (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--passages",
      paramLabel = "N",
      defaultValue = "10000",
      description =
          "copy entries until there are so many passages to search (default: ${DEFAULT-VALUE})")
  private int passages;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = bench.settings();
    List<String> questions =
        Core.loader(settings).loadWithTests().knowledge().tests().stream()
            .map(TestQuestion::question)
            .toList();
    if (questions.isEmpty()) {
      throw new UserException(
          "There are no questions to ask in '%s': the folder tests is missing or empty."
              .formatted(settings.knowledge()));
    }
    Files.createDirectories(settings.data());
    Path folder = Files.createTempDirectory(settings.data(), "bench");
    SecureRandom random = new SecureRandom();
    try (Core core = core(settings, folder);
        Store store =
            new Store(
                database(folder),
                Vault.open(folder.resolve("secret.key"), random),
                settings.clock())) {
      out.println(
          "%s, %d passages, %d processors"
              .formatted(
                  database(folder), core.passages(), Runtime.getRuntime().availableProcessors()));
      out.flush();
      try (StoreBench run = new StoreBench(core, store, questions)) {
        print(out, "warm-up", run.atOnce(Math.min(messages, 5000)));
        print(out, "at once", run.atOnce(messages));
        print(out, rate + "/s", run.steadily(rate, seconds));
      }
    } finally {
      Copies.delete(folder);
    }
    return 0;
  }

  /** Guidance of the wanted size, in a folder of its own. */
  private Core core(Settings settings, Path folder) throws IOException {
    int there = Passages.of(Core.loader(settings).load().knowledge()).size();
    Path copy = folder.resolve("knowledge");
    Copies.knowledge(settings.knowledge(), copy, Math.ceilDiv(passages, there));
    return Core.open(new Settings(copy, settings.seeds(), folder, settings.clock()), false);
  }

  private static void print(PrintWriter out, String what, StoreBench.Figures f) {
    out.println(
        String.format(
            Locale.ROOT,
            "%-8s %6d messages, %6.0f/s; each: median %.2f ms, p95 %.2f, p99 %.2f, slowest %.2f",
            what,
            f.messages(),
            f.perSecond(),
            f.millis(0.5),
            f.millis(0.95),
            f.millis(0.99),
            f.millis(1)));
    out.flush();
  }

  private Database database(Path folder) {
    Map<String, String> environment = System.getenv();
    return database == null
        ? Database.sqlite(folder.resolve("h.db"))
        : new Database(
            database,
            environment.getOrDefault("HAMSAFAR_DATABASE_USER", ""),
            environment.getOrDefault("HAMSAFAR_DATABASE_PASSWORD", ""));
  }
}
