package org.hamsafar.channel.matrix;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.hamsafar.app.Core;
import org.hamsafar.app.Settings;

/** The bot as a process of its own, to be killed: {@code BotProcess DATA}. */
final class BotProcess {
  private BotProcess() {}

  public static void main(String[] args) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler((_, _) -> Runtime.getRuntime().halt(1));
    Path data = Path.of(args[0]);
    Core core =
        Core.open(
            new Settings(data.resolve("knowledge"), data.resolve("seeds"), data, Clock.systemUTC()),
            false);
    Bot _ = new Bot(core, data, Bot.settings());
    new CountDownLatch(1).await();
  }
}
