package org.hamsafar.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.hamsafar.app.Core;
import org.hamsafar.app.Settings;
import org.hamsafar.lab.SearchBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures the answer path. */
@Command(name = "bench-search", description = "How fast questions are answered.")
final class BenchSearchCommand implements Callable<Integer> {
  @ParentCommand private HamsafarCommand program = new HamsafarCommand();

  @Option(names = "--passages", split = ",", description = "how many passages")
  private List<Integer> passages = List.of(1000, 10_000, 100_000);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = program.settings();
    SearchBench bench =
        new SearchBench(Core.loader(settings).loadWithTests().knowledge(), System::nanoTime);
    passages.forEach(size -> bench.run(settings.data(), size, out));
    return 0;
  }
}
