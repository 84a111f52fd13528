package org.hamsafar.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hamsafar.app.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before or after its name. */
final class GlobalOptions {
  @Option(
      names = "--knowledge",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "folder of the guidance (default: knowledge)")
  private @Nullable Path knowledge;

  @Option(
      names = "--seeds",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "folder of the source documents (default: seeds)")
  private @Nullable Path seeds;

  @Option(
      names = "--data",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "folder for index and database (default: data)")
  private @Nullable Path data;

  @Option(
      names = "--vectors",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "folder of a sentence-embedding model, to find by meaning, too")
  private @Nullable Path vectors;

  @Option(
      names = "--parallel",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description =
          "learn how words are translated from this file too: TMX, a table (.tsv), or one of several line-aligned files that end in their languages (words.en, words.fa-AF); may be given several times")
  private List<Path> parallel = List.of();

  Settings settings() {
    Path home = Path.of(System.getProperty("hamsafar.home", "."));
    return new Settings(
        knowledge != null ? knowledge : home.resolve("knowledge"),
        seeds != null ? seeds : home.resolve("seeds"),
        data != null ? data : home.resolve("data"),
        Clock.systemUTC(),
        Optional.ofNullable(vectors),
        parallel,
        Optional.ofNullable(System.getProperty("hamsafar.prepared")).map(Path::of));
  }
}
