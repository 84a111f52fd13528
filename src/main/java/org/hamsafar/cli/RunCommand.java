package org.hamsafar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hamsafar.app.Core;
import org.hamsafar.app.MatrixSetup;
import org.hamsafar.app.Service;
import org.hamsafar.app.Settings;
import org.hamsafar.app.TelegramSetup;
import org.hamsafar.channel.Channel;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.conversation.HumanTalk;
import org.hamsafar.store.Store;
import org.hamsafar.store.Vault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs the bot on every configured channel until it is stopped. */
@Command(
    name = "run",
    exitCodeOnInvalidInput = Main.USAGE,
    description =
        "Run the bot on Telegram, whose token comes from HAMSAFAR_TELEGRAM_TOKEN or a file, and on Matrix after 'matrix login'.")
final class RunCommand implements Callable<Integer> {
  private static final Logger log = LoggerFactory.getLogger(RunCommand.class);

  @ParentCommand private HamsafarCommand program = new HamsafarCommand();

  @Mixin private TelegramOptions telegram = new TelegramOptions();

  @Mixin private DatabaseOption database = new DatabaseOption();

  @Option(
      names = "--volunteers",
      paramLabel = "CHANNEL:ID",
      description = "chat of the volunteers, such as telegram:-100123")
  private @Nullable String volunteers;

  @Option(
      names = "--volunteers-hours",
      paramLabel = "N",
      defaultValue = "48",
      description =
          "within how many hours volunteers usually answer, as people are told (default: ${DEFAULT-VALUE})")
  private int volunteersHours;

  @Option(
      names = "--volunteers-back",
      paramLabel = "DATE",
      description =
          "volunteers are away until this day (2027-01-31): no question is sent to them before, and people are told")
  private @Nullable LocalDate volunteersBack;

  @Option(
      names = "--health-port",
      defaultValue = "8080",
      description = "port of the health page /health (default: ${DEFAULT-VALUE})")
  private int healthPort;

  @Option(
      names = "--lease",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description =
          "how long a second process on the same database waits after the first has died (default: ${DEFAULT-VALUE})")
  private int lease;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Thread.setDefaultUncaughtExceptionHandler((_, e) -> ended(e));
    Settings settings = program.settings();
    Map<String, String> environment = System.getenv();
    loginToMatrix(settings, environment);
    Optional<String> token = token(environment, settings);
    SecureRandom random = new SecureRandom();
    try (Core core = Core.open(settings, reach())) {
      Problems.warn(core.problems(), out);
      // A small server gets back the memory that building the index took.
      System.gc();
      List<Channel> channels = channels(core, settings, token, environment);
      Store store =
          new Store(
              database.of(settings.data()),
              Vault.open(settings.data().resolve("secret.key"), random),
              settings.clock());
      try (Service service =
          new Service(
              core,
              store,
              volunteersChat(),
              volunteersHours,
              channels,
              random,
              Duration.ofSeconds(Math.max(1, lease)))) {
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        int port = service.openHealth(new InetSocketAddress(healthPort));
        out.println(
            "Running; http://localhost:%d/health tells whether it is connected.".formatted(port));
        out.flush();
        service.serve();
      }
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()));
    }
    return 0;
  }

  /** The JDK would print the exception's message, which may hold words of a person. */
  private static void ended(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    log.error(
        "thread_ended cause={} at={}",
        e.getClass().getName(),
        trace.length == 0 ? "?" : trace[0].toString());
  }

  private HumanTalk.Reach reach() {
    if (volunteers == null) {
      return new HumanTalk.Nobody();
    }
    return volunteersBack == null ? new HumanTalk.Here() : new HumanTalk.Away(volunteersBack);
  }

  private static void loginToMatrix(Settings settings, Map<String, String> environment) {
    try {
      MatrixSetup.loginOnce(settings, environment);
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()));
    }
  }

  private List<Channel> channels(
      Core core, Settings settings, Optional<String> token, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<Channel> channels = new ArrayList<>();
    if (token.isPresent()) {
      channels.add(
          TelegramSetup.channel(
              core, token.get(), telegram.server(), telegram.webhook(environment)));
    }
    if (MatrixSetup.isConfigured(settings)) {
      channels.add(MatrixSetup.channel(core, settings, volunteersChat()));
    }
    return channels;
  }

  private Optional<String> token(Map<String, String> environment, Settings settings)
      throws IOException {
    Optional<String> token = telegram.token(environment);
    if (token.isEmpty() && !MatrixSetup.isConfigured(settings)) {
      throw new UserException(
          "No channel is configured: set %s or give --telegram-token-file FILE (docs/telegram.md shows how to get a token), or log in to Matrix (docs/matrix.md)."
              .formatted(TelegramOptions.TOKEN));
    }
    return token;
  }

  private Optional<ConversationId> volunteersChat() {
    if (volunteers == null) {
      return Optional.empty();
    }
    String[] parts = volunteers.split(":", 2);
    if (parts.length < 2 || parts[1].isEmpty()) {
      throw new UserException(
          "--volunteers must look like telegram:-100123 or matrix:!room:example.org.");
    }
    return Optional.of(new ConversationId(parts[0], parts[1]));
  }
}
