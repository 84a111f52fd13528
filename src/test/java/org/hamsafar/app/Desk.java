package org.hamsafar.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hamsafar.conversation.HumanTalk;
import org.hamsafar.knowledge.SampleKnowledge;
import org.hamsafar.store.Database;
import org.hamsafar.store.Store;
import org.hamsafar.store.Vault;

/** Engine and store over a small knowledge, with a platform in memory. */
final class Desk implements AutoCloseable {
  static final String VOLUNTEERS = "volunteers";

  final DeskChannel channel;
  final Store store;
  private final Core core;
  private final Engine engine;

  Desk(Path folder, HumanTalk.Reach humans) throws IOException {
    SampleKnowledge knowledge = new SampleKnowledge(folder).withRealMessages();
    Clock clock =
        Clock.fixed(SampleKnowledge.TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    core =
        Core.open(new Settings(knowledge.root(), folder.resolve("seeds"), folder, clock), humans);
    store =
        new Store(
            Database.sqlite(folder.resolve("h.db")),
            Vault.open(folder.resolve("secret.key"), new SecureRandom()),
            clock);
    channel = new DeskChannel(clock.instant());
    Optional<org.hamsafar.channel.ConversationId> volunteers =
        humans instanceof HumanTalk.Nobody
            ? Optional.empty()
            : Optional.of(DeskChannel.id(VOLUNTEERS));
    engine =
        new Engine(
            core,
            store,
            new Humans(core, store, volunteers, Map.of(channel.name(), channel), new Random(1), 24),
            new RateLimit(1000),
            List.of(channel));
    engine.start();
  }

  @Override
  public void close() {
    engine.close();
    store.close();
    core.close();
  }
}
