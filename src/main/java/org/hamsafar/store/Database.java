package org.hamsafar.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Opens connections to SQLite or PostgreSQL and makes the schema.
 *
 * @param url JDBC address
 * @param user empty for SQLite
 */
public record Database(String url, String user, String password) {
  private static final int VERSION = 1;
  private static final Pattern COMMENT = Pattern.compile("--[^\n]*");

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
   * Makes the schema where it is missing. Once a start: it takes the write lock.
   *
   * @throws StoreException if the database cannot be reached
   */
  void migrate() {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      for (String command : COMMENT.matcher(schema()).replaceAll("").split(";", -1)) {
        if (!command.isBlank()) {
          statement.execute(command);
        }
      }
      statement.execute(
          "insert into schema_version (version) values (%d) on conflict do nothing"
              .formatted(VERSION));
    } catch (SQLException e) {
      throw new StoreException(
          "The tables cannot be made: the user needs the right to create them.", e);
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

  private static String schema() {
    try (InputStream in =
        Objects.requireNonNull(Database.class.getResourceAsStream("schema.sql"), "schema.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without user and password. */
  @Override
  public String toString() {
    return isSqlite() ? "SQLite" : "PostgreSQL";
  }
}
