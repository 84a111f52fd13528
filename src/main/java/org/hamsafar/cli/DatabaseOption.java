package org.hamsafar.cli;

import java.nio.file.Path;
import java.util.Map;
import org.hamsafar.store.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database. */
final class DatabaseOption {
  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "jdbc:postgresql://… with HAMSAFAR_DATABASE_USER and HAMSAFAR_DATABASE_PASSWORD; default: h.db, a SQLite file")
  private @Nullable String url;

  /**
   * The database that is named, or the SQLite file of a folder.
   *
   * @param folder made if it is missing
   */
  Database of(Path folder) {
    Map<String, String> environment = System.getenv();
    return url == null
        ? Database.sqlite(folder.resolve("h.db"))
        : new Database(
            url,
            environment.getOrDefault("HAMSAFAR_DATABASE_USER", ""),
            environment.getOrDefault("HAMSAFAR_DATABASE_PASSWORD", ""));
  }
}
