package org.hamsafar.channel.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.app.Core;
import org.hamsafar.app.Engine;
import org.hamsafar.app.Humans;
import org.hamsafar.app.RateLimit;
import org.hamsafar.store.Database;
import org.hamsafar.store.Store;
import org.hamsafar.store.Vault;

/** The bot with store, engine and the Matrix channel. */
final class Bot implements AutoCloseable {
  static final MatrixTexts TEXTS = () -> "I cannot read this message.";

  final MatrixChannel channel;
  private final Store store;
  private final Engine engine;

  /**
   * @param data its folder, with an account
   */
  Bot(Core core, Path data, MatrixSettings settings) throws Exception {
    channel =
        MatrixChannel.open(
            MatrixAccount.read(data.resolve("matrix")),
            settings,
            TEXTS,
            new MatrixChannel.Clocks(Clock.systemUTC(), System::nanoTime));
    store =
        new Store(
            Database.sqlite(data.resolve("h.db")),
            Vault.open(data.resolve("secret.key"), new SecureRandom()),
            Clock.systemUTC());
    Humans humans =
        new Humans(
            core, store, Optional.empty(), Map.of(channel.name(), channel), new SecureRandom(), 24);
    engine = new Engine(core, store, humans, new RateLimit(10_000), List.of(channel));
    engine.start();
  }

  /** Makes the account and logs in; returns the user id. */
  static String login(Synapse synapse, String user, Path data)
      throws IOException, InterruptedException, MatrixAccount.Unusable {
    synapse.register(user);
    Files.createDirectories(data);
    return new MatrixAdmin(data.resolve("matrix"), Clock.systemUTC())
        .login(synapse.url(), user, Synapse.PASSWORD)
        .user();
  }

  static MatrixSettings settings() {
    MatrixSettings usual =
        MatrixSettings.usual(
            java.util.Set.of("menu", "start", "help"), java.util.Set.of("nudge:on"));
    return new MatrixSettings(
        usual.prefix(),
        usual.commands(),
        50,
        100,
        Duration.ofMillis(100),
        usual.ignored(),
        usual.volunteers(),
        usual.adminChoices());
  }

  @Override
  public void close() {
    engine.close();
    store.close();
  }
}
