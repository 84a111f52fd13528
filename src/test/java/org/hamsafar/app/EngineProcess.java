package org.hamsafar.app;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.store.Database;
import org.hamsafar.store.Store;
import org.hamsafar.store.Vault;

/**
 * An engine for each of two databases in a process of its own, to be killed: {@code EngineProcess
 * DATA SQLITE-URL POSTGRES-URL}. Lines begin with {@code sqlite} or {@code postgresql}.
 */
final class EngineProcess {
  private EngineProcess() {}

  public static void main(String[] args) throws IOException {
    Thread.setDefaultUncaughtExceptionHandler((_, _) -> Runtime.getRuntime().halt(1));
    Path data = Path.of(args[0]);
    Clock clock = Clock.systemUTC();
    Core core =
        Core.open(
            new Settings(data.resolve("knowledge"), data.resolve("seeds"), data, clock), false);
    Vault vault = Vault.open(data.resolve("secret.key"), new SecureRandom());
    Map<String, PipeChannel> channels = new HashMap<>();
    for (Database database :
        List.of(new Database(args[1], "", ""), new Database(args[2], "postgres", ""))) {
      PipeChannel channel = new PipeChannel(name(database), System.out);
      channels.put(channel.name(), channel);
      Thread.ofPlatform().start(() -> serve(core, new Store(database, vault, clock), channel));
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] parts = line.split(" ", 2);
      requireNonNull(channels.get(parts[0])).take(parts[1]);
    }
    Runtime.getRuntime().halt(0);
  }

  /** The word of the JDBC address that names the database. */
  private static String name(Database database) {
    return database.url().split(":", 3)[1];
  }

  private static void serve(Core core, Store store, PipeChannel channel) {
    Humans humans = new Humans(core, store, Optional.empty(), Map.of(), new SecureRandom(), 24);
    new Engine(core, store, humans, new RateLimit(1000), List.of(channel)).start();
  }
}
