package org.hamsafar.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.conversation.Session;
import org.hamsafar.store.Rows.Sql;

/**
 * The durable state of all conversations. Writes are grouped into durable commits; each returned
 * future completes when its change has survived.
 */
public final class Store implements AutoCloseable {
  private final Reader reader;
  private final Vault vault;
  private final InstantSource clock;
  private final Codec codec = new Codec();
  private final GroupCommit writer;
  private final AtomicLong nextId;

  /** Opens the database, making it if it is not there. */
  public Store(Database database, Vault vault, InstantSource clock) {
    this.vault = vault;
    this.clock = clock;
    database.migrate();
    this.reader = new Reader(database);
    this.nextId = new AtomicLong(highestId(reader) + 1);
    this.writer = new GroupCommit(database);
  }

  private static long highestId(Reader reader) {
    return reader
        .query(
            "select max(m) from (select max(id) as m from inbox union all select max(id) from"
                + " outbox union all select max(id) from gap) as ids",
            row -> row.getLong(1))
        .getFirst();
  }

  /**
   * A message that waits for its answer.
   *
   * @param id grows in the order of arrival
   */
  public record Received(long id, InboundMessage message) {}

  /**
   * A message that waits to be sent.
   *
   * @param key the same for every try
   */
  public record Unsent(long id, String key, OutboundMessage message) {}

  /** Takes a message; completes with it, or with nothing if it was taken before. */
  public CompletableFuture<Optional<Received>> receive(InboundMessage message) {
    long id = nextId.getAndIncrement();
    String sealed = vault.seal(codec.write(message));
    return writer.submit(c -> {
      int taken =
          Rows.update(
              c,
              "insert into inbox (id, message_key, conversation, sealed, received)"
                  + " values (?, ?, ?, ?, ?) on conflict (message_key) do nothing",
              id,
              vault.name(message.key()),
              name(message.conversation()),
              sealed,
              clock.millis());
      return taken == 1 ? Optional.of(new Received(id, message)) : Optional.<Received>empty();
    });
  }

  /** All messages without an answer, in the order of arrival. */
  public List<Received> unanswered() {
    return query(
        "select id, sealed from inbox where sealed is not null order by id",
        row -> new Received(row.getLong(1), codec.readInbound(vault.open(row.getString(2)))));
  }

  /**
   * Counts a try of a message that was found after a start.
   *
   * @return how often it has been tried so, this time included
   */
  public CompletableFuture<Integer> tried(Received received) {
    return writer.submit(c -> {
      Rows.update(c, "update inbox set tries = tries + 1 where id = ?", received.id());
      return Rows.query(
              c, "select tries from inbox where id = ?", row -> row.getInt(1), received.id())
          .getFirst();
    });
  }

  /** Whether the last change could be written; false while the disk is full. */
  public boolean isWritable() {
    return writer.isWritable();
  }

  /** What is remembered of a conversation. */
  public Optional<Session> session(ConversationId conversation) {
    return query(
            "select sealed from session where conversation = ?",
            row -> codec.readSession(vault.open(row.getString(1))),
            name(conversation))
        .stream()
        .findFirst();
  }

  /**
   * Keeps an answer: the session afterwards and what is to be sent; the message itself is deleted.
   *
   * @param forget whether everything about the conversation is deleted instead
   * @return what is to be sent, with its ids
   */
  public CompletableFuture<List<Unsent>> answered(
      Received received,
      Session session,
      List<OutboundMessage> replies,
      List<Rows.Extra> extras,
      boolean forget) {
    String conversation = name(received.message().conversation());
    String sealedSession = vault.seal(codec.write(received.message().conversation(), session));
    List<Unsent> unsent = new ArrayList<>();
    List<String> sealed = new ArrayList<>();
    for (int i = 0; i < replies.size(); i++) {
      String key = vault.name(received.message().key() + "/" + i);
      unsent.add(new Unsent(nextId.getAndIncrement(), key, replies.get(i)));
      sealed.add(vault.seal(codec.write(replies.get(i))));
    }
    GroupCommit.Change<List<Unsent>> change =
        c -> {
          Rows.update(c, "update inbox set sealed = null where id = ?", received.id());
          if (forget) {
            forget(c, conversation);
          } else {
            save(c, received.message().conversation(), session, sealedSession);
          }
          for (int i = 0; i < unsent.size(); i++) {
            insert(c, unsent.get(i), sealed.get(i));
          }
          for (Rows.Extra extra : extras) {
            extra.apply(c);
          }
          return unsent;
        };
    return forget ? erasing(change) : writer.submit(change);
  }

  /** A change after which not even the database's log holds what was deleted. */
  private <T> CompletableFuture<T> erasing(GroupCommit.Change<T> change) {
    return writer.submit(change).thenCompose(result -> writer.erase().thenApply(_ -> result));
  }

  private void insert(Connection c, Unsent unsent, String sealed) throws SQLException {
    Rows.update(
        c,
        "insert into outbox (id, conversation, channel, send_key, sealed) values (?, ?, ?, ?, ?)"
            + " on conflict (send_key) do nothing",
        unsent.id(),
        name(unsent.message().conversation()),
        unsent.message().conversation().channel(),
        unsent.key(),
        sealed);
  }

  private void save(Connection c, ConversationId id, Session session, String sealed)
      throws SQLException {
    Rows.update(
        c,
        "insert into session (conversation, channel, sealed, nudge, nudged, tip, tipped, seen)"
            + " values (?, ?, ?, ?, 0, ?, ?, ?) on conflict (conversation) do update set"
            + " sealed = excluded.sealed, nudge = excluded.nudge, tip = excluded.tip,"
            // Who turns it on has just seen the day's tip.
            + " tipped = case session.tip when 0 then excluded.tipped else session.tipped end,"
            + " seen = excluded.seen",
        name(id),
        id.channel(),
        sealed,
        session.nudge() ? 1 : 0,
        session.tip() ? 1 : 0,
        clock.millis(),
        clock.millis());
  }

  private static void forget(Connection c, String conversation) throws SQLException {
    Rows.update(c, "delete from session where conversation = ?", conversation);
    Rows.update(c, "delete from outbox where conversation = ?", conversation);
    Rows.update(c, "delete from ticket where conversation = ?", conversation);
  }

  /** Deletes everything about a conversation, messages that wait included. */
  public CompletableFuture<Integer> forget(ConversationId id) {
    return erasing(c -> {
      forget(c, name(id));
      return Rows.update(c, "update inbox set sealed = null where conversation = ?", name(id));
    });
  }

  /** All messages to send on a channel, in order. */
  public List<Unsent> unsent(String channel) {
    return query(
        "select id, send_key, sealed from outbox where channel = ? order by id",
        row ->
            new Unsent(
                row.getLong(1), row.getString(2), codec.readOutbound(vault.open(row.getString(3)))),
        channel);
  }

  /** Puts a message into the outbox that answers nothing: a reminder, a volunteer's reply. */
  public CompletableFuture<Unsent> enqueue(String key, OutboundMessage message) {
    Unsent unsent = new Unsent(nextId.getAndIncrement(), vault.name(key), message);
    String sealed = vault.seal(codec.write(message));
    return writer.submit(c -> {
      insert(c, unsent, sealed);
      return unsent;
    });
  }

  /** The platform has taken a message, or never will: its row is deleted. */
  public CompletableFuture<Integer> sent(Unsent message) {
    return writer.submit(c -> Rows.update(c, "delete from outbox where id = ?", message.id()));
  }

  /**
   * Deletes what is older than it may be.
   *
   * @param sessions after so much silence
   * @param tickets so long after they were opened
   * @param keys digests of answered messages' keys
   * @return how many rows were deleted
   */
  public CompletableFuture<Integer> purge(Duration sessions, Duration tickets, Duration keys) {
    long now = clock.millis();
    return writer.submit(c ->
        Rows.update(c, "delete from session where seen < ?", now - sessions.toMillis())
            + Rows.update(c, "delete from ticket where opened < ?", now - tickets.toMillis())
            + Rows.update(
                c,
                "delete from inbox where sealed is null and received < ?",
                now - keys.toMillis()));
  }

  /**
   * Sessions that want a reminder and had none for {@code every}; marks them as reminded.
   *
   * @param most at most so many
   */
  public CompletableFuture<List<Wanted>> takeReminders(Duration every, int most) {
    long before = clock.millis() - every.toMillis();
    return take(
        "select sealed from session where nudge = 1 and nudged < ? and seen < ? limit ?",
        "update session set nudged = ? where conversation = ?",
        before,
        before,
        most);
  }

  /**
   * Sessions that want a tip and had none since {@code due}; marks them as having had it.
   *
   * @param most at most so many
   */
  public CompletableFuture<List<Wanted>> takeTips(Instant due, int most) {
    return take(
        "select sealed from session where tip = 1 and tipped < ? limit ?",
        "update session set tipped = ? where conversation = ?",
        due.toEpochMilli(),
        most);
  }

  private CompletableFuture<List<Wanted>> take(String find, String mark, Object... values) {
    long now = clock.millis();
    return writer.submit(c -> {
      List<Wanted> due = Rows.query(c, find, row -> wanted(row.getString(1)), values);
      for (Wanted wanted : due) {
        Rows.update(c, mark, now, name(wanted.conversation()));
      }
      return due;
    });
  }

  private Wanted wanted(String sealed) {
    String json = vault.open(sealed);
    return new Wanted(codec.readConversation(json), codec.readSession(json));
  }

  /** A conversation that wants to be written to unasked. */
  public record Wanted(ConversationId conversation, Session session) {}

  /**
   * Takes or renews a lease.
   *
   * @param holder unique to this process
   * @return whether {@code holder} has it until now + {@code length}
   */
  public CompletableFuture<Boolean> lease(String lease, String holder, Duration length) {
    long now = clock.millis();
    return writer.submit(c ->
        Rows.update(
                c,
                "insert into lease (name, holder, until) values (?, ?, ?) on conflict (name)"
                    + " do update set holder = excluded.holder, until = excluded.until"
                    + " where lease.holder = excluded.holder or lease.until < ?",
                lease,
                holder,
                now + length.toMillis(),
                now)
            == 1);
  }

  /** Gives a lease back. */
  public CompletableFuture<Integer> release(String lease, String holder) {
    return writer.submit(
        c -> Rows.update(c, "delete from lease where name = ? and holder = ?", lease, holder));
  }

  /** Questions that nothing answered, and what readers say of entries. */
  public Gaps gaps() {
    return new Gaps(this, vault, codec);
  }

  /** Questions on their way to the volunteers and back. */
  public Tickets tickets() {
    return new Tickets(this, vault, codec);
  }

  long newId() {
    return nextId.getAndIncrement();
  }

  Instant now() {
    return clock.instant();
  }

  String name(ConversationId id) {
    return vault.name(id.channel() + "/" + id.id());
  }

  <T> CompletableFuture<T> submit(GroupCommit.Change<T> change) {
    return writer.submit(change);
  }

  <T> List<T> query(String sql, Sql<T> read, Object... values) {
    return reader.query(sql, read, values);
  }

  @Override
  public void close() {
    writer.close();
    reader.close();
  }
}
