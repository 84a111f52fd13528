package org.hamsafar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes of a program, parsed and verified once, so that it starts in half the time (the JDK's
 * class data sharing). Its first process writes down which classes it loads, also if it is killed.
 */
final class ClassArchive {
  /** A process that is ready to be killed has loaded more than so many. */
  private static final long READY = 3000;

  private final String main;
  private final Path list;
  private final Path archive;
  private boolean begun;
  private boolean tried;

  ClassArchive(String main) {
    this.main = main;
    this.list = file("classes");
    this.archive = file("jsa");
  }

  private static Path file(String kind) {
    try {
      Path file = Files.createTempFile("archive", "." + kind);
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the next process is to be started with. */
  synchronized List<String> options() {
    if (!begun) {
      begun = true;
      return List.of("-XX:DumpLoadedClassList=" + list);
    }
    if (!tried && count() > READY) {
      tried = true;
      make();
    }
    return tried ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
  }

  private long count() {
    try {
      return Files.readString(list).lines().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without an archive, should that fail, the JVM starts as it does without one. */
  private void make() {
    List<String> line = new ArrayList<>(Jvm.java());
    line.addAll(
        List.of(
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + list,
            "-XX:SharedArchiveFile=" + archive,
            "-cp",
            TestJars.classPath(),
            main));
    try {
      new ProcessBuilder(line)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
