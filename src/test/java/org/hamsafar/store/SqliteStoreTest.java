package org.hamsafar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.conversation.Session;
import org.hamsafar.language.LanguageTag;
import org.junit.jupiter.api.Test;

/** The store on SQLite, and what its files hold. */
class SqliteStoreTest extends StoreContract {
  private static final String CANARY = "canary-7f3a51";
  private final ConversationId person = new ConversationId("test", CANARY + "-id");

  @Override
  Database database() {
    return Database.sqlite(folder.resolve("h.db"));
  }

  @Test
  void theFilesNeverHoldWhatWasSaidNorByWhom() throws IOException {
    Store.Received received =
        store().receive(message(person, CANARY + "-key", CANARY + "-text")).join().orElseThrow();
    assertThat(filesWith(CANARY)).as("while it waits").isEmpty();
    store()
        .answered(
            received,
            Session.NEW.withCountry("DE"),
            List.of(reply(person, CANARY)),
            List.of(),
            false)
        .join();
    store().tickets().open(4711, person, LanguageTag.DARI).join();
    assertThat(filesWith(CANARY)).as("while it is remembered").isEmpty();
  }

  @Test
  void whatIsForgottenIsNotEvenLeftSealed() throws Exception {
    Store.Received received = store().receive(message(person, "k", "text")).join().orElseThrow();
    List<String> sealed = new ArrayList<>(column("select sealed from inbox"));
    store()
        .answered(
            received, Session.NEW.withCountry("DE"), List.of(reply(person, "a")), List.of(), false)
        .join();
    store().tickets().open(4711, person, LanguageTag.DARI).join();
    sealed.addAll(column("select sealed from session"));
    sealed.addAll(column("select sealed from outbox"));
    sealed.addAll(column("select sealed from ticket"));
    assertThat(sealed).hasSize(4);
    assertThat(filesWith(sealed.get(1))).as("the search finds what is there").isNotEmpty();

    store().forget(person).join();

    for (String row : sealed) {
      assertThat(filesWith(row)).isEmpty();
    }
  }

  @Test
  void onAFullDiskIntakeIsRefusedAndGoesOnWhenThereIsRoom() {
    Database small =
        new Database("jdbc:sqlite:" + folder.resolve("small.db") + "?max_page_count=40", "", "");
    InstantSource clock = InstantSource.system();
    Vault vault = Vault.open(folder.resolve("small.key"), new SecureRandom());
    try (Store full = new Store(small, vault, clock)) {
      List<Store.Received> taken = fill(full);
      assertThat(full.isWritable()).isFalse();
      assertThat(full.unanswered()).as("none that was taken is lost").hasSameSizeAs(taken);
      for (Store.Received received : taken) {
        full.forget(received.message().conversation()).join();
      }
      assertThat(full.receive(message(person, "after", "text")).join()).isPresent();
      assertThat(full.isWritable()).isTrue();
    }
  }

  /** Sends long messages until one is not taken. */
  private List<Store.Received> fill(Store store) {
    List<Store.Received> taken = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        ConversationId id = new ConversationId("test", "c" + i);
        taken.add(store.receive(message(id, "k" + i, "x".repeat(4000))).join().orElseThrow());
      }
    } catch (CompletionException e) {
      return taken;
    }
    throw new AssertionError("the disk was never full");
  }

  private List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("h.db"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private List<Path> filesWith(String text) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        // Latin-1 keeps every byte as one character.
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          found.add(file);
        }
      }
    }
    return found;
  }
}
