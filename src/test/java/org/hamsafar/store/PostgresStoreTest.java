package org.hamsafar.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The store on PostgreSQL. */
class PostgresStoreTest extends StoreContract {
  private static @Nullable EmbeddedPostgres postgres;

  @BeforeAll
  static void startServer() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stopServer() throws IOException {
    Objects.requireNonNull(postgres).close();
  }

  @TempDir private static Path keys = Path.of("");

  @Override
  Path keyFile() {
    return keys.resolve("secret.key");
  }

  @Override
  Database database() {
    return new Database(
        Objects.requireNonNull(postgres).getJdbcUrl("postgres", "postgres"), "postgres", "");
  }
}
