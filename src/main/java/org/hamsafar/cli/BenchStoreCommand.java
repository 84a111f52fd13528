package org.hamsafar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hamsafar.app.Core;
import org.hamsafar.app.Settings;
import org.hamsafar.app.StoreBench;
import org.hamsafar.channel.InboundMessage.Choice;
import org.hamsafar.channel.InboundMessage.Content;
import org.hamsafar.channel.InboundMessage.Text;
import org.hamsafar.reply.Payloads;
import org.hamsafar.retrieval.Passages;
import org.hamsafar.store.Store;
import org.hamsafar.store.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  private static final int WARM_UP = 5000;

  @ParentCommand private BenchCommand bench = new BenchCommand();

  @Mixin private DatabaseOption database = new DatabaseOption();

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
    List<Text> questions =
        Core.loader(settings).loadWithTests().knowledge().tests().stream()
            .map(t -> new Text(t.question()))
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
                database.of(folder),
                Vault.open(folder.resolve("secret.key"), random),
                settings.clock())) {
      out.println(
          "%s, %d passages, %d processors"
              .formatted(
                  database.of(folder),
                  core.passages(),
                  Runtime.getRuntime().availableProcessors()));
      out.flush();
      try (StoreBench run = new StoreBench(core, store)) {
        measure(run, "question", questions, out);
        measure(run, "button", List.of(new Choice(Payloads.HUMAN)), out);
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

  /** A question is searched for; a button needs nothing but the store. */
  private void measure(
      StoreBench run, String what, List<? extends Content> contents, PrintWriter out)
      throws InterruptedException {
    run.atOnce(contents, Math.min(messages, WARM_UP));
    print(out, what + "s at once", run.atOnce(contents, messages));
    print(out, "%d %ss/s".formatted(rate, what), run.steadily(contents, rate, seconds));
  }

  private static void print(PrintWriter out, String what, StoreBench.Figures f) {
    out.println(
        String.format(
            Locale.ROOT,
            "%-17s %6d messages, %6.0f/s; each: median %.2f ms, p95 %.2f, p99 %.2f, slowest %.2f",
            what,
            f.messages(),
            f.perSecond(),
            f.millis(0.5),
            f.millis(0.95),
            f.millis(0.99),
            f.millis(1)));
    out.flush();
  }
}
