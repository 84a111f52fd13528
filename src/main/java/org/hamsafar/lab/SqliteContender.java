package org.hamsafar.lab;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** SQLite's FTS5 in memory, its BM25, any word may match. */
final class SqliteContender implements Contender {
  private final Connection connection;

  /**
   * @param tokenizer {@code unicode61} or {@code trigram}
   */
  SqliteContender(String tokenizer, List<SearchTask.Text> texts) {
    try {
      connection = DriverManager.getConnection("jdbc:sqlite::memory:");
      try (Statement create = connection.createStatement()) {
        create.execute("create virtual table t using fts5(body, tokenize = '" + tokenizer + "')");
      }
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("insert into t(rowid, body) values (?, ?)")) {
        for (int i = 0; i < texts.size(); i++) {
          insert.setInt(1, i);
          insert.setString(2, texts.get(i).whole());
          insert.addBatch();
        }
        insert.executeBatch();
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("SQLite in memory", e);
    }
  }

  @Override
  public List<Hit> search(String question, int limit) {
    Set<String> words = new LinkedHashSet<>(List.of(question.split("[^\\p{L}\\p{M}\\p{N}]+")));
    words.remove("");
    if (words.isEmpty()) {
      return List.of();
    }
    String match = words.stream().map(w -> '"' + w + '"').collect(Collectors.joining(" OR "));
    try (PreparedStatement select =
        connection.prepareStatement(
            "select rowid, -bm25(t) from t where t match ? order by bm25(t) limit ?")) {
      select.setString(1, match);
      select.setInt(2, limit);
      List<Hit> hits = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          hits.add(new Hit(rows.getInt(1), rows.getDouble(2)));
        }
      }
      return hits;
    } catch (SQLException e) {
      throw new IllegalStateException("SQLite in memory", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("SQLite in memory", e);
    }
  }
}
