package org.hamsafar.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hamsafar.channel.Channel;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running bot: store, engine, channels, upkeep, health page. Only one process at a time serves
 * a database; a second one waits until the first is gone.
 */
public final class Service implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Service.class);
  private static final String LEASE = "engine";
  private static final int PER_MINUTE = 20;

  private final Store store;
  private final Engine engine;
  private final List<? extends Channel> channels;
  private final String holder;
  private final Duration lease;
  private final ScheduledExecutorService upkeep =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("upkeep").factory());
  private final CountDownLatch over = new CountDownLatch(1);
  private Optional<HttpServer> health = Optional.empty();
  private final AtomicBoolean closing = new AtomicBoolean();
  private volatile boolean serving;

  /**
   * @param volunteers the chat of the volunteers; empty if there is none
   * @param hours within which they usually answer
   * @param lease how long a second process waits after this one has died
   */
  public Service(
      Core core,
      Store store,
      Optional<ConversationId> volunteers,
      int hours,
      List<? extends Channel> channels,
      SecureRandom random,
      Duration lease) {
    this.store = store;
    this.lease = lease;
    this.channels = List.copyOf(channels);
    Map<String, Channel> byName = new HashMap<>();
    channels.forEach(c -> byName.put(c.name(), c));
    Humans humans = new Humans(core, store, volunteers, byName, random, hours);
    this.engine = new Engine(core, store, humans, new RateLimit(PER_MINUTE), channels);
    byte[] name = new byte[8];
    random.nextBytes(name);
    this.holder = HexFormat.of().formatHex(name);
  }

  /**
   * Opens the health page.
   *
   * @param address port 0 takes a free one
   * @return the port
   * @throws IOException if the port is taken
   */
  public int openHealth(InetSocketAddress address) throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/health", this::health);
    server.start();
    health = Optional.of(server);
    return server.getAddress().getPort();
  }

  private void health(HttpExchange exchange) throws IOException {
    boolean ready = serving && store.isWritable() && channels.stream().allMatch(Channel::isReady);
    byte[] body = (ready ? "ready\n" : "not ready\n").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(ready ? 200 : 503, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /**
   * Waits for its turn, then serves until {@link #close()}.
   *
   * @throws InterruptedException if the process is asked to stop
   */
  public void serve() throws InterruptedException {
    while (!takeLease()) {
      log.info("standby another_process_serves_this_database");
      if (over.await(lease.toMillis() / 6, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
    engine.start();
    serving = true;
    var _ =
        upkeep.scheduleAtFixedRate(
            this::renew, lease.toMillis() / 4, lease.toMillis() / 4, TimeUnit.MILLISECONDS);
    var _ = upkeep.scheduleWithFixedDelay(this::tend, 1, 60, TimeUnit.MINUTES);
    over.await();
  }

  private boolean takeLease() throws InterruptedException {
    try {
      return store.lease(LEASE, holder, lease).get();
    } catch (ExecutionException e) {
      log.warn("lease_failed cause={}", e.getCause() == null ? "?" : e.getCause().getClass());
      return false;
    }
  }

  private void renew() {
    try {
      if (!takeLease()) {
        log.error("lease_lost stopping");
        over.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tend() {
    try {
      engine.tend();
    } catch (RuntimeException e) {
      log.warn("upkeep_failed cause={}", e.getClass().getName());
    }
  }

  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    over.countDown();
    upkeep.shutdownNow();
    engine.close();
    if (serving) {
      store.release(LEASE, holder).join();
    }
    store.close();
    health.ifPresent(server -> server.stop(0));
  }
}
