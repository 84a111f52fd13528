package org.hamsafar.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders copied and deleted. */
final class Copies {
  private Copies() {}

  /** Copies the guidance, each entry {@code times} times beside itself under other names. */
  static void knowledge(Path from, Path to, int times) throws IOException {
    tree(from, to);
    List<Path> entries;
    try (Stream<Path> files = Files.walk(to.resolve("guidance"))) {
      entries = files.filter(f -> f.endsWith("entry.yaml")).map(Path::getParent).toList();
    }
    for (Path entry : entries) {
      for (int i = 2; i <= times; i++) {
        tree(entry, entry.resolveSibling(entry.getFileName() + "-" + i));
      }
    }
  }

  private static void tree(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
