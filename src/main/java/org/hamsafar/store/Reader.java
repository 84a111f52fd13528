package org.hamsafar.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads through one connection; opened anew when it is lost. */
final class Reader implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Reader.class);

  private final Database database;
  private final ReentrantLock lock = new ReentrantLock();
  private Connection connection;

  Reader(Database database) {
    this.database = database;
    this.connection = database.open();
  }

  /**
   * @throws StoreException if the database cannot be read, not even through a new connection
   */
  <T> List<T> query(String sql, Rows.Sql<T> read, Object... values) {
    lock.lock();
    try {
      return Rows.query(connection, sql, read, values);
    } catch (SQLException first) {
      log.warn("store_read_failed state={}", first.getSQLState());
      close();
      connection = database.open();
      return again(sql, read, values);
    } finally {
      lock.unlock();
    }
  }

  private <T> List<T> again(String sql, Rows.Sql<T> read, Object... values) {
    try {
      return Rows.query(connection, sql, read, values);
    } catch (SQLException e) {
      throw new StoreException("The database cannot be read.", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      log.warn("store_close_failed state={}", e.getSQLState());
    }
  }
}
