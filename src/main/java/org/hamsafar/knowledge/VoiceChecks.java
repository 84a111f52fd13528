package org.hamsafar.knowledge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks recordings by their first bytes and their size; they are not decoded. */
final class VoiceChecks {
  static final long MAX_BYTES = 1024 * 1024;

  /** An Ogg page begins with its name; the first holds nothing but the head of the Opus stream. */
  private static final int HEAD = 64;

  private VoiceChecks() {}

  /** What is wrong with the file; empty if nothing is. */
  static String fault(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        return "it has %d kB".formatted(size / 1024);
      }
      String head = new String(in.readNBytes(HEAD), ISO_8859_1);
      if (!head.startsWith("OggS")) {
        return "it is no Ogg file";
      }
      return head.contains("OpusHead") ? "" : "what it holds is not Opus";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
