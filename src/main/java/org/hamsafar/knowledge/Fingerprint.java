package org.hamsafar.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Tells whether folders are still as they were, without reading their files: names, sizes, times.
 */
public final class Fingerprint {
  private Fingerprint() {}

  /**
   * The fingerprint of all files below {@code roots}, as hexadecimal digits.
   *
   * @param version of the program that reads them
   */
  public static String of(List<Path> roots, String version) {
    Sum sum = new Sum();
    sum.add(version.hashCode(), 0, 0);
    try {
      for (Path root : roots) {
        if (Files.isDirectory(root)) {
          Files.walkFileTree(root, sum);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Long.toHexString(sum.first) + Long.toHexString(sum.second);
  }

  /** Adds up two independent hashes a file, so that their order does not matter. */
  private static final class Sum extends SimpleFileVisitor<Path> {
    private long first;
    private long second;

    void add(long name, long size, long time) {
      long mixed = mix(name * 31 + size) ^ mix(time);
      first += mixed;
      second += mix(mixed + 1);
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long z) {
      long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
      long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
      return b ^ (b >>> 31);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      long time = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
      add(file.toString().hashCode(), attributes.size(), time);
      return FileVisitResult.CONTINUE;
    }
  }
}
