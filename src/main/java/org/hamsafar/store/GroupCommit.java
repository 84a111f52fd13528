package org.hamsafar.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes through one connection; changes that wait at the same time share one commit, because a
 * durable commit costs the same for one row and for a hundred.
 */
final class GroupCommit implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
  private static final int MOST = 256;
  private static final int WAITING = 10_000;
  private static final int SQLITE_IOERR = 10;
  private static final int SQLITE_FULL = 13;
  private static final String POSTGRES_DISK_FULL = "53100";
  private static final String POSTGRES_CONNECTION = "08";

  private final Database database;
  private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean writable = true;

  /** A change to the database. */
  interface Change<T> {
    T apply(Connection connection) throws SQLException;
  }

  private record Pending<T>(Change<T> change, CompletableFuture<T> done) {}

  GroupCommit(Database database) {
    this.database = database;
    this.thread = Thread.ofPlatform().name("store-writer").start(this::run);
  }

  /** Completes when the change is durable, or exceptionally if it was undone. */
  <T> CompletableFuture<T> submit(Change<T> change) {
    CompletableFuture<T> done = new CompletableFuture<>();
    if (closed) {
      done.completeExceptionally(new StoreException("The store is closed."));
      return done;
    }
    try {
      queue.put(new Pending<>(change, done));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      done.completeExceptionally(e);
    }
    return done;
  }

  private void run() {
    Connection connection = open();
    try {
      while (!closed || !queue.isEmpty()) {
        List<Pending<?>> batch = next();
        if (!batch.isEmpty() && !commit(connection, batch)) {
          close(connection);
          connection = open();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close(connection);
    }
  }

  private Connection open() {
    Connection connection = database.open();
    try {
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw new StoreException("The database does not take transactions.", e);
    }
  }

  private List<Pending<?>> next() throws InterruptedException {
    List<Pending<?>> batch = new ArrayList<>();
    Pending<?> first = queue.poll(50, TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      queue.drainTo(batch, MOST - 1);
    }
    return batch;
  }

  /** Whether the connection can still be used. */
  private boolean commit(Connection connection, List<Pending<?>> batch) {
    try {
      List<Runnable> results = new ArrayList<>();
      for (Pending<?> pending : batch) {
        results.add(apply(connection, pending));
      }
      connection.commit();
      writable = true;
      results.forEach(Runnable::run);
      return true;
    } catch (SQLException | RuntimeException e) {
      log.warn("store_commit_failed changes={} cause={}", batch.size(), e.getClass().getName());
      // A full disk may have ended the transaction already: then there is nothing to roll back.
      if (rollback(connection)) {
        return oneByOne(connection, batch);
      }
      fail(batch, e);
      return false;
    }
  }

  private void fail(List<Pending<?>> batch, Exception e) {
    writable = writable && !isStorageLost(e);
    batch.forEach(p -> p.done().completeExceptionally(e));
  }

  /** A change that fails must not undo the others. */
  private boolean oneByOne(Connection connection, List<Pending<?>> batch) {
    for (Pending<?> pending : batch) {
      try {
        Runnable result = apply(connection, pending);
        connection.commit();
        writable = true;
        result.run();
      } catch (SQLException | RuntimeException e) {
        fail(List.of(pending), e);
        if (!rollback(connection)) {
          fail(batch, e);
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the database takes nothing any more, as against one change that it does not take. */
  private static boolean isStorageLost(Exception e) {
    if (!(e instanceof SQLException sql)) {
      return false;
    }
    String state = sql.getSQLState() == null ? "" : sql.getSQLState();
    boolean full = sql.getErrorCode() == SQLITE_FULL || state.equals(POSTGRES_DISK_FULL);
    return full || sql.getErrorCode() == SQLITE_IOERR || state.startsWith(POSTGRES_CONNECTION);
  }

  boolean isWritable() {
    return writable;
  }

  /** Empties SQLite's log, in which deleted rows stand until it is written anew. */
  CompletableFuture<Boolean> erase() {
    return database.isSqlite()
        ? submit(GroupCommit::truncateLog)
        : CompletableFuture.completedFuture(true);
  }

  /** The log cannot be emptied within a transaction, nor while another connection reads. */
  private static boolean truncateLog(Connection connection) throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      return statement.execute("pragma wal_checkpoint(truncate)");
    } finally {
      connection.setAutoCommit(false);
    }
  }

  private static <T> Runnable apply(Connection connection, Pending<T> pending) throws SQLException {
    T result = pending.change().apply(connection);
    return () -> pending.done().complete(result);
  }

  private static boolean rollback(Connection connection) {
    try {
      connection.rollback();
      return true;
    } catch (SQLException e) {
      log.warn("store_connection_lost state={}", e.getSQLState());
      return false;
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      log.warn("store_close_failed state={}", e.getSQLState());
    }
  }

  /** Writes what waits, then stops. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
