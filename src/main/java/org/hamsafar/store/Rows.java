package org.hamsafar.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements with their values. */
public final class Rows {
  private Rows() {}

  /** Reads one row. */
  interface Sql<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** A change that belongs into the same commit as an answer. */
  public interface Extra {
    void apply(Connection connection) throws SQLException;
  }

  static int update(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  static <T> List<T> query(Connection connection, String sql, Sql<T> read, Object... values)
      throws SQLException {
    List<T> result = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          result.add(read.read(rows));
        }
      }
    }
    return result;
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
