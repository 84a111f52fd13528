package org.hamsafar.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.hamsafar.app.Core;
import org.hamsafar.app.LocalTalk;
import org.hamsafar.app.Settings;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A conversation in the terminal. */
@Command(
    name = "chat",
    exitCodeOnInvalidInput = Main.USAGE,
    description = "Talk in the terminal; nothing is kept.")
final class ChatCommand implements Callable<Integer> {
  @ParentCommand private HamsafarCommand program = new HamsafarCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    return chat(program.settings(), spec.commandLine().getOut());
  }

  static int chat(Settings settings, PrintWriter out) throws IOException {
    try (Core core = Core.open(settings, false)) {
      Problems.warn(core.problems(), out);
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      LocalTalk talk = new LocalTalk(core, Abilities.PLAIN);
      new Console(in, out, settings.clock()).talk(talk::answer);
    }
    return 0;
  }
}
