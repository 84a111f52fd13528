package org.hamsafar.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Opens connections to SQLite or PostgreSQL and makes the schema.
 *
 * @param url JDBC address
 * @param user empty for SQLite
 */
public record Database(String url, String user, String password) {
  /** A SQLite file in the data folder. */
  public static Database sqlite(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new StoreException("The folder of '%s' cannot be made.".formatted(file), e);
    }
    return new Database("jdbc:sqlite:" + file, "", "");
  }

  boolean isSqlite() {
    return url.startsWith("jdbc:sqlite:");
  }

  /**
   * Brings the schema to the newest version. Once a start: it takes the write lock.
   *
   * @throws StoreException if the database cannot be reached or is of a newer program
   */
  void migrate() {
    try (Connection reachable = open()) {
      reachable.setReadOnly(false);
    } catch (SQLException e) {
      throw new StoreException("The database cannot be opened.", e);
    }
    try {
      Flyway.configure()
          .dataSource(url, user, password)
          .locations("classpath:org/hamsafar/store/migrations")
          .baselineOnMigrate(true)
          .baselineVersion("1")
          .failOnMissingLocations(true)
          .loggers("slf4j")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "The tables cannot be made or changed: the user needs the right to create tables, and a newer program's database needs that program.",
          e);
    }
  }

  /**
   * Opens a connection that commits each statement by itself.
   *
   * @throws StoreException if the database cannot be reached
   */
  Connection open() {
    Properties properties = new Properties();
    if (!user.isEmpty()) {
      properties.setProperty("user", user);
      properties.setProperty("password", password);
    }
    if (isSqlite()) {
      // Otherwise the driver asks for the last row's id after every insert.
      properties.setProperty("jdbc.get_generated_keys", "false");
    }
    try {
      Connection connection = DriverManager.getConnection(url, properties);
      if (isSqlite()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("pragma busy_timeout = 10000");
          statement.execute("pragma journal_mode = wal");
          statement.execute("pragma synchronous = full");
          statement.execute("pragma secure_delete = on");
        }
      }
      return connection;
    } catch (SQLException e) {
      throw new StoreException(
          "The database cannot be opened: check its address, user and password, and that it runs (%s)."
              .formatted(e.getSQLState()),
          e);
    }
  }

  /** Without user and password. */
  @Override
  public String toString() {
    return isSqlite() ? "SQLite" : "PostgreSQL";
  }
}
