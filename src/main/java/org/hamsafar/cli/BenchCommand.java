package org.hamsafar.cli;

import java.util.concurrent.Callable;
import org.hamsafar.app.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures on the machine that it runs on; each part is a subcommand. */
@Command(
    name = "bench",
    exitCodeOnInvalidInput = Main.USAGE,
    description = "Measure how fast the bot is on this machine.",
    subcommands = {BenchStoreCommand.class, BenchSearchCommand.class})
final class BenchCommand implements Callable<Integer> {
  @ParentCommand private HamsafarCommand program = new HamsafarCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  Settings settings() {
    return program.settings();
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "One of: " + String.join(", ", spec.subcommands().keySet()) + ".");
  }
}
