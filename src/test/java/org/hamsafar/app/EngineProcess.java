package org.hamsafar.app;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.hamsafar.store.Database;
import org.hamsafar.store.Store;
import org.hamsafar.store.Vault;

/** The engine as a process of its own, to be killed: {@code EngineProcess DATA JDBC-URL USER}. */
final class EngineProcess {
  private EngineProcess() {}

  public static void main(String[] args) throws InterruptedException {
    Thread.setDefaultUncaughtExceptionHandler((_, _) -> Runtime.getRuntime().halt(1));
    Path data = Path.of(args[0]);
    Settings settings =
        new Settings(data.resolve("knowledge"), data.resolve("seeds"), data, Clock.systemUTC());
    Core core = Core.open(settings, false);
    Store store =
        new Store(
            new Database(args[1], args.length > 2 ? args[2] : "", ""),
            Vault.open(data.resolve("secret.key"), new SecureRandom()),
            Clock.systemUTC());
    PipeChannel channel =
        new PipeChannel(
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
            System.out);
    Humans humans = new Humans(core, store, Optional.empty(), Map.of(), new SecureRandom(), 24);
    new Engine(core, store, humans, new RateLimit(1000), List.of(channel)).start();
    new CountDownLatch(1).await();
  }
}
