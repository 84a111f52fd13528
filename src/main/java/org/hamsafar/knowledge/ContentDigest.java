package org.hamsafar.knowledge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether files have the same content, wherever they lie and whenever they were written. */
public final class ContentDigest {
  private ContentDigest() {}

  /**
   * SHA-256 of all files below {@code roots}, as hexadecimal digits.
   *
   * @param roots folders, or files that stand for themselves; one that is missing has no files
   */
  public static String of(List<Path> roots) throws IOException {
    MessageDigest digest = sha256();
    for (Path root : roots) {
      for (Path file : files(root)) {
        byte[] content = Files.readAllBytes(file);
        String head = root.relativize(file) + "\0" + content.length + "\0";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        digest.update(content);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
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
    if (!Files.exists(root)) {
      return List.of();
    }
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
