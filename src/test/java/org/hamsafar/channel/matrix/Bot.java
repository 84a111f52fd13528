package org.hamsafar.channel.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hamsafar.app.Core;
import org.hamsafar.app.Engine;
import org.hamsafar.app.Humans;
import org.hamsafar.app.RateLimit;
import org.hamsafar.channel.ConversationId;
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
    this(core, data, settings, Clock.systemUTC());
  }

  /** As of another time. */
  Bot(Core core, Path data, MatrixSettings settings, Clock clock) throws Exception {
    channel =
        MatrixChannel.open(
            MatrixAccount.read(data.resolve("matrix")),
            settings,
            TEXTS,
            new MatrixChannel.Clocks(clock, System::nanoTime));
    store =
        new Store(
            Database.sqlite(data.resolve("h.db")),
            Vault.open(data.resolve("secret.key"), new SecureRandom()),
            clock);
    Humans humans =
        new Humans(
            core,
            store,
            settings.volunteers().map(room -> new ConversationId(channel.name(), room)),
            Map.of(channel.name(), channel),
            new SecureRandom(),
            24);
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
            java.util.Set.of("menu", "start", "help", "human", "plan", "status", "tip"));
    return new MatrixSettings(
        usual.prefix(),
        usual.commands(),
        50,
        100,
        Duration.ofMillis(100),
        usual.ignored(),
        usual.volunteers());
  }

  /** Does what a running bot does every hour. */
  void tend() {
    engine.tend();
  }

  @Override
  public void close() {
    engine.close();
    store.close();
  }
}
