package org.hamsafar.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.hamsafar.app.Settings;
import picocli.CommandLine;
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
    description = "A companion on the journey: checked answers for people of the Afghan diaspora.")
final class HamsafarCommand implements Callable<Integer> {
  private static final SequencedMap<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    for (Class<?> command :
        List.of(
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
            HelpCommand.class)) {
      COMMANDS.put(command.getAnnotation(Command.class).name(), command);
    }
  }

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * The command line for some arguments. Reading what every command takes is a fifth of a short
   * start: where one is named, only that one is read.
   */
  static CommandLine line(List<String> arguments) {
    CommandLine line = new CommandLine(new HamsafarCommand());
    boolean help = arguments.contains("help");
    boolean named = !help && COMMANDS.keySet().stream().anyMatch(arguments::contains);
    COMMANDS.forEach((name, command) -> {
      if (!named || arguments.contains(name)) {
        line.addSubcommand(command);
      }
    });
    return line;
  }

  Settings settings() {
    return global.settings();
  }

  @Override
  public Integer call() throws Exception {
    return ChatCommand.chat(global.settings(), spec.commandLine().getOut());
  }
}
