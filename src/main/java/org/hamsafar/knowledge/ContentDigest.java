package org.hamsafar.knowledge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether files have the same content, wherever they lie and whenever they were written. */
public final class ContentDigest {
  private static final String ABOUT_JAR = "META-INF";

  private ContentDigest() {}

  /**
   * SHA-256 of all files below {@code roots}, as hexadecimal digits. What a jar says of itself does
   * not count: its classes and the folder of classes that it was made of are the same.
   *
   * @param roots folders or jars; one that is missing has no files
   */
  public static String of(List<Path> roots) throws IOException {
    MessageDigest digest = sha256();
    for (Path root : roots) {
      if (Files.isRegularFile(root)) {
        try (FileSystem jar = FileSystems.newFileSystem(root)) {
          add(jar.getPath("/"), digest);
        }
      } else if (Files.exists(root)) {
        add(root, digest);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(Path root, MessageDigest digest) throws IOException {
    for (Path file : files(root)) {
      Path path = root.relativize(file);
      if (!path.startsWith(ABOUT_JAR)) {
        byte[] content = Files.readAllBytes(file);
        String head = path + "\0" + content.length + "\0";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        digest.update(content);
      }
    }
  }

  /**
   * SHA-256 of records, in their order, as hexadecimal digits.
   *
   * @param records whose text tells all that they hold
   */
  public static String ofRecords(List<?> records) {
    MessageDigest digest = sha256();
    for (Object one : records) {
      digest.update((one + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
