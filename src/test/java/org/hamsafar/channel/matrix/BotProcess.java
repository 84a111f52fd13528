package org.hamsafar.channel.matrix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hamsafar.Jvm;
import org.hamsafar.app.Core;
import org.hamsafar.app.Settings;

/**
 * The bot as a process of its own, to be killed: {@code BotProcess DATA}. It opens its guidance at
 * once, but the account only when told to: the one before it may still run.
 */
final class BotProcess implements AutoCloseable {
  private static final int TAIL = 600;
  private static final String READY = "ready";

  private final Process process;
  private final Path log;

  private BotProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts it and lets it begin. */
  static BotProcess start(Path data, String... options) throws IOException {
    return prepare(data, options).begin();
  }

  /** Starts it; what it prints is added to {@code bot.log} in its folder. */
  static BotProcess prepare(Path data, String... options) throws IOException {
    ProcessBuilder builder = Jvm.of(BotProcess.class.getName(), List.of(data.toString()));
    builder.command().addAll(1, List.of(options));
    Path log = data.resolve("bot.log");
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new BotProcess(process, log);
  }

  /** Lets it open the account. */
  BotProcess begin() throws IOException {
    process.getOutputStream().close();
    return this;
  }

  long pid() {
    return process.pid();
  }

  /** Whether its first sync is through. */
  boolean isReady() {
    try {
      Path file = log.resolveSibling(READY);
      return Files.exists(file) && Files.readString(file).equals("" + pid());
    } catch (IOException e) {
      return false;
    }
  }

  /** How long it has worked. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What it waits for and what it has printed last, for whoever reads why a test failed. */
  String state() throws IOException, InterruptedException {
    if (process.isAlive()) {
      // The JVM prints its threads on SIGQUIT.
      new ProcessBuilder("kill", "-QUIT", "" + pid()).start().waitFor(5, TimeUnit.SECONDS);
      boolean _ = process.waitFor(2, TimeUnit.SECONDS);
    }
    List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
    return (process.isAlive() ? "alive" : "ended with " + process.exitValue())
        + "\n"
        + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
  }

  /** Kills it (SIGKILL) and waits for its end. */
  @Override
  public void close() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler((_, e) -> {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    });
    Path data = Path.of(args[0]);
    Core core =
        Core.open(
            new Settings(data.resolve("knowledge"), data.resolve("seeds"), data, Clock.systemUTC()),
            false);
    int _ = System.in.read();
    Bot bot = new Bot(core, data, Bot.settings());
    Await.until("ready", bot.channel::isReady);
    Files.writeString(data.resolve(READY), "" + ProcessHandle.current().pid());
    new CountDownLatch(1).await();
  }
}
