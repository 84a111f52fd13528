package org.hamsafar;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** The class path of the tests with jars for folders: classes in folders cannot be archived. */
final class TestJars {
  private static final String CLASS_PATH = make();

  private TestJars() {}

  static String classPath() {
    return CLASS_PATH;
  }

  private static String make() {
    try {
      Path folder = Files.createTempDirectory("test-jars");
      List<String> parts = new ArrayList<>();
      for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        // An empty one would be the working folder.
        if (!part.isEmpty()) {
          parts.add(Files.isDirectory(Path.of(part)) ? jar(folder, part, parts.size()) : part);
        }
      }
      return String.join(File.pathSeparator, parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String jar(Path folder, String classes, int number) {
    Path jar = folder.resolve(number + ".jar");
    int status =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "cf0", jar.toString(), "-C", classes, ".");
    if (status != 0) {
      throw new IllegalStateException("jar ended with " + status);
    }
    jar.toFile().deleteOnExit();
    folder.toFile().deleteOnExit();
    return jar.toString();
  }
}
