package org.hamsafar.cli;

import java.util.List;
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
  private static final List<Class<?>> COMMANDS =
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
          HelpCommand.class);

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * The command line for some arguments. Reading what every command takes is a fifth of a short
   * start: where one is named, only that one is read.
   */
  static CommandLine line(List<String> arguments) {
    CommandLine line = new CommandLine(new HamsafarCommand());
    List<Class<?>> named =
        COMMANDS.stream().filter(command -> arguments.contains(name(command))).toList();
    boolean all = named.isEmpty() || named.contains(HelpCommand.class);
    (all ? COMMANDS : named).forEach(line::addSubcommand);
    return line;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  Settings settings() {
    return global.settings();
  }

  @Override
  public Integer call() throws Exception {
    return ChatCommand.chat(global.settings(), spec.commandLine().getOut());
  }
}
