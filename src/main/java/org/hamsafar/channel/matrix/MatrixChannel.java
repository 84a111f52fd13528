package org.hamsafar.channel.matrix;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.Channel;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Matrix channel. The sync token is saved only when {@link Inlet#receive} has completed for all
 * that came with it; what was not taken comes again with the same key.
 */
public final class MatrixChannel implements Channel {
  private static final Logger LOG = LoggerFactory.getLogger(MatrixChannel.class);
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Duration FIRST_SYNC = Duration.ofSeconds(30);

  private final MatrixSettings settings;
  private final Clocks clocks;
  private final MatrixAccount account;
  private final Homeserver server;
  private final Lease lease;
  private final MatrixDevice device;
  private final ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch synced = new CountDownLatch(1);
  private final Gate gate;
  private final Rooms rooms;
  private final Answers answers;
  private final Signs signs;
  private final Sender sender;
  private final MatrixTexts texts;
  private volatile boolean stopped;

  /**
   * Time, for the lease and for waiting.
   *
   * @param nanos a clock that never goes back
   */
  public record Clocks(InstantSource wall, LongSupplier nanos) {}

  private MatrixChannel(
      MatrixAccount account,
      MatrixSettings settings,
      MatrixTexts texts,
      Clocks clocks,
      Homeserver server,
      Lease lease,
      MatrixDevice device) {
    this.account = account;
    this.settings = settings;
    this.texts = texts;
    this.clocks = clocks;
    this.server = server;
    this.lease = lease;
    this.device = device;
    this.gate = new Gate(clocks.nanos(), closed);
    this.rooms = new Rooms(server, device);
    this.answers = new Answers(rooms);
    this.signs = new Signs(rooms, gate, aside, closed);
    this.sender = new Sender(rooms, answers, gate, signs, aside);
  }

  /**
   * Opens the account; receives nothing yet.
   *
   * @throws MatrixAccount.Unusable if another process uses the account, or it cannot be used
   */
  public static MatrixChannel open(
      MatrixAccount account, MatrixSettings settings, MatrixTexts texts, Clocks clocks)
      throws MatrixAccount.Unusable, IOException, InterruptedException {
    Homeserver server = new Homeserver(account.homeserver(), account.accessToken());
    Lease lease = Lease.lock(account, server, clocks.wall());
    try {
      if (!claimed(lease)) {
        throw new MatrixAccount.Unusable(
            "Another process uses the account of the Matrix bot, with another data folder. To mend it: stop that one first, then wait a minute.");
      }
      NativeLeftovers.sweep(Path.of(System.getProperty("java.io.tmpdir")), clocks.wall());
      MatrixDevice device = Devices.open(account.database());
      return new MatrixChannel(account, settings, texts, clocks, server, lease, device);
    } catch (IOException | MatrixAccount.Unusable | RuntimeException e) {
      lease.close();
      server.close();
      throw e;
    }
  }

  /** A homeserver that cannot be reached now is asked again before the first sync. */
  private static boolean claimed(Lease lease) throws InterruptedException {
    try {
      return lease.claim();
    } catch (MatrixException e) {
      return true;
    }
  }

  @Override
  public String name() {
    return EventReader.CHANNEL;
  }

  @Override
  public Abilities abilities() {
    return new Abilities(true, true, true, false, true);
  }

  @Override
  public Optional<String> privateChat(String start) {
    String user = Homeserver.escape(account.user()).replace("%40", "@").replace("%3A", ":");
    return Optional.of("https://matrix.to/#/" + user);
  }

  @Override
  public boolean mayDecide(InboundMessage message) {
    Optional<String> asker = Reference.of(message.replyTo()).flatMap(Reference::asker);
    try {
      return asker.isEmpty() || rooms.isModerator(message.conversation().id(), asker.get());
    } catch (MatrixException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void start(Inlet inlet) {
    aside.execute(() -> guarded(() -> receive(inlet)));
  }

  /** What ends by interruption. */
  private interface Body {
    void run() throws InterruptedException;
  }

  private void guarded(Body body) {
    try {
      body.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (closed.getCount() > 0) {
        stop("matrix-stopped cause=" + e.getClass().getName());
      }
    }
  }

  private void stop(String why) {
    stopped = true;
    LOG.error(why);
  }

  private void receive(Inlet inlet) throws InterruptedException {
    if (!claimPatiently()) {
      return;
    }
    Invites invites = new Invites(rooms, gate, settings, clocks.nanos(), closed);
    Intake intake = new Intake(parts(invites), inlet);
    device.invitedRooms().forEach(room -> invites.add(room, ""));
    intake.resume();
    device.sync(intake);
    aside.execute(() -> guarded(invites::run));
    aside.execute(() -> guarded(this::keepLease));
  }

  private boolean claimPatiently() throws InterruptedException {
    while (true) {
      try {
        boolean ours = lease.claim();
        if (!ours) {
          stop("matrix-lease-lost another_process_uses_this_account");
        }
        return ours;
      } catch (MatrixException e) {
        if (e.reason() == MatrixException.Reason.TOKEN) {
          loggedOut();
          return false;
        }
        LOG.warn("matrix-unreachable {}", e.reason());
        if (closed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
          return false;
        }
      }
    }
  }

  private void keepLease() throws InterruptedException {
    while (!closed.await(Lease.RENEW.toMillis(), TimeUnit.MILLISECONDS)) {
      try {
        if (!lease.claim()) {
          stop("matrix-lease-lost another_process_uses_this_account");
          device.close();
          return;
        }
      } catch (MatrixException e) {
        LOG.debug("matrix-lease-not-renewed {}", e.reason());
      }
    }
  }

  private MatrixParts parts(Invites invites) throws InterruptedException {
    Addressing addressing = new Addressing(account.user(), displayName(), settings);
    return new MatrixParts(
        rooms,
        new History(rooms),
        new EventReader(rooms, addressing, settings),
        invites,
        new Keeper(rooms, invites, settings, aside),
        new LoopBreaker(clocks.wall()),
        new Redactions(rooms, answers, aside),
        new Waiting(account.folder().resolve("waiting"), clocks.wall()),
        signs,
        aside,
        this::tellUndecryptable,
        synced::countDown,
        this::loggedOut);
  }

  private String displayName() throws InterruptedException {
    try {
      return server
          .get("profile/" + Homeserver.path(account.user(), "displayname"))
          .path("displayname")
          .asText("");
    } catch (MatrixException e) {
      return "";
    }
  }

  /** Under the same key: the homeserver takes it once. */
  private void tellUndecryptable(String room) {
    try {
      Part part = Part.of(texts.undecryptable());
      rooms.send(
          room, Notice.of(part, java.util.List.of(), Optional.empty()), "undecryptable/" + room);
    } catch (MatrixException e) {
      LOG.debug("matrix-undecryptable-not-told {}", e.reason());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void loggedOut() {
    stop("matrix-logged-out the_homeserver_does_not_know_the_token run=hamsafar_matrix_login");
  }

  @Override
  public void send(OutboundMessage message, String key)
      throws DeliveryException, InterruptedException {
    if (closed.getCount() == 0) {
      throw new InterruptedException("the channel is closed");
    }
    if (stopped || !synced.await(FIRST_SYNC.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new DeliveryException(
          DeliveryException.Kind.TEMPORARY, Optional.empty(), "not connected");
    }
    sender.send(message, key);
  }

  @Override
  public boolean isReady() {
    return !stopped && closed.getCount() > 0 && synced.getCount() == 0 && device.isSyncing();
  }

  @Override
  public synchronized void close() {
    if (closed.getCount() == 0) {
      return;
    }
    closed.countDown();
    aside.shutdownNow();
    device.close();
    try {
      if (!stopped) {
        lease.release();
      }
    } catch (MatrixException e) {
      LOG.debug("matrix-lease-not-released {}", e.reason());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.close();
    try {
      lease.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
