package org.hamsafar.cli;

import java.util.concurrent.Callable;
import org.hamsafar.app.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: without a command it chats. */
@Command(
    name = "hamsafar",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    exitCodeOnInvalidInput = Main.USAGE,
    version = "hamsafar 0.1.0",
    description = "A companion on the journey: checked answers for people of the Afghan diaspora.",
    subcommands = {
      ChatCommand.class,
      AskCommand.class,
      RunCommand.class,
      MatrixCommand.class,
      GapsCommand.class,
      DoctorCommand.class,
      CheckCommand.class,
      CoverageCommand.class,
      EvaluateCommand.class,
      BenchCommand.class,
      HelpCommand.class
    })
final class HamsafarCommand implements Callable<Integer> {
  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  Settings settings() {
    return global.settings();
  }

  @Override
  public Integer call() throws Exception {
    return ChatCommand.chat(global.settings(), spec.commandLine().getOut());
  }
}
