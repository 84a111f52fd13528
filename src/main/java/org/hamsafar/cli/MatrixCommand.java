package org.hamsafar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hamsafar.app.MatrixSetup;
import org.hamsafar.channel.matrix.MatrixAccount;
import org.hamsafar.channel.matrix.MatrixAdmin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The bot's account on Matrix. */
@Command(
    name = "matrix",
    exitCodeOnInvalidInput = Main.USAGE,
    description = "Log in to Matrix, look at the account's keys, change them, log out.")
final class MatrixCommand implements Callable<Integer> {
  private static final String PASSWORD = "HAMSAFAR_MATRIX_PASSWORD";
  private static final String TOKEN = "HAMSAFAR_MATRIX_TOKEN";

  @ParentCommand private HamsafarCommand program = new HamsafarCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "One of: login, verify, rotate, logout.");
  }

  private MatrixAdmin admin() {
    return MatrixSetup.admin(program.settings());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** What can fail in a way that an operator can mend. */
  private interface Work {
    void run() throws MatrixAccount.Unusable, IOException, InterruptedException;
  }

  private static void mendable(Work work) throws InterruptedException {
    try {
      work.run();
    } catch (MatrixAccount.Unusable e) {
      throw new UserException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UserException(
          "The homeserver did not do it (%s). To mend it: check address, name, password and network."
              .formatted(e.getMessage()));
    }
  }

  @Command(
      name = "login",
      description =
          "Log in once. The password comes from HAMSAFAR_MATRIX_PASSWORD or a file, or an access token from HAMSAFAR_MATRIX_TOKEN.")
  int login(
      @Option(
              names = "--homeserver",
              required = true,
              paramLabel = "URL",
              description = "address of the client-server API, such as https://matrix.example.org")
          URI homeserver,
      @Option(
              names = "--user",
              paramLabel = "NAME",
              description = "the bot's name or whole user id")
          @Nullable String user,
      @Option(
              names = "--password-file",
              paramLabel = "FILE",
              description = "file that holds the password and nothing else")
          @Nullable Path file)
      throws InterruptedException {
    mendable(() -> {
      String token = System.getenv().getOrDefault(TOKEN, "").strip();
      MatrixAccount account;
      if (!token.isEmpty()) {
        account = admin().loginWithToken(homeserver, token);
      } else if (user != null) {
        account = admin().login(homeserver, user, password(file));
      } else {
        throw new UserException("Give --user NAME, or an access token in " + TOKEN + ".");
      }
      out()
          .println(
              "Logged in. The keys are in '%s': back it up while the bot is stopped, and never share it."
                  .formatted(account.folder()));
    });
    return 0;
  }

  private static String password(@Nullable Path file) throws IOException {
    String password =
        file == null
            ? System.getenv().getOrDefault(PASSWORD, "").strip()
            : Files.readString(file).strip();
    if (password.isEmpty()) {
      throw new UserException("Set %s or give --password-file FILE.".formatted(PASSWORD));
    }
    return password;
  }

  @Command(
      name = "verify",
      description = "Say whether account, device and keys are as they should be.")
  int verify() throws InterruptedException {
    List<MatrixAdmin.Problem> problems = admin().check();
    problems.forEach(
        p -> out().println("matrix: %s. To mend it: %s".formatted(p.what(), p.mend())));
    if (problems.isEmpty()) {
      out().println("The device is signed by its account, and its keys can be recovered.");
    }
    return problems.isEmpty() ? 0 : 1;
  }

  @Command(
      name = "rotate",
      description =
          "Encrypt the next message of each room with a new key. With --identity make a new identity and recovery key; it asks for the password as login does.")
  int rotate(
      @Option(names = "--identity", description = "identity, recovery key and key backup too")
          boolean identity,
      @Option(names = "--password-file", paramLabel = "FILE", description = "as for login")
          @Nullable Path file)
      throws InterruptedException {
    mendable(() -> {
      if (identity) {
        admin().rotateIdentity(password(file));
        out().println("New identity: people who had verified the bot have to do it again.");
      }
      out().println("New keys in %d rooms.".formatted(admin().rotateRoomKeys()));
    });
    return 0;
  }

  @Command(name = "logout", description = "End the device on the homeserver and erase its keys.")
  int logout(
      @Option(names = "--erase", required = true, description = "say that the keys may be erased")
          boolean erase)
      throws InterruptedException {
    mendable(() ->
        out()
            .println(
                admin().logoutAndErase()
                    ? "Logged out; the keys are erased."
                    : "The keys are erased. The homeserver did not end the device: do it in another client."));
    return erase ? 0 : 1;
  }
}
