package org.hamsafar.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Which build of the program runs, since what is kept on disk holds for one build only. */
final class Build {
  private Build() {}

  /** Differs from build to build; empty if that cannot be told. */
  static String id() {
    try {
      Optional<Path> code = code();
      return code.isPresent() ? id(code.get()) : "";
    } catch (IOException e) {
      return "";
    }
  }

  /** The jar, or the folder of classes that tests run with. */
  static Optional<Path> code() {
    CodeSource source = Build.class.getProtectionDomain().getCodeSource();
    try {
      return source == null ? Optional.empty() : Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String id(Path code) throws IOException {
    try (Stream<Path> all = Files.walk(code)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      long size = 0;
      long newest = 0;
      for (Path file : files) {
        size += Files.size(file);
        newest = Math.max(newest, Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS));
      }
      return files.size() + " " + size + " " + newest;
    }
  }
}
