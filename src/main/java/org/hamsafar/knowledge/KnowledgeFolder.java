package org.hamsafar.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads text files below one folder and nowhere else. */
final class KnowledgeFolder {
  static final long MAX_BYTES = 512 * 1024;

  private final Path root;
  private final Problems problems;

  KnowledgeFolder(Path root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  Path root() {
    return root;
  }

  Problems problems() {
    return problems;
  }

  /** The path below the root, with {@code /}, as problems show it. */
  String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** Files and folders in {@code folder}, sorted by name; empty if it does not exist. */
  List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(p -> !p.getFileName().toString().startsWith("."))
          .sorted()
          .filter(this::staysInside)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean staysInside(Path path) {
    if (!Files.isSymbolicLink(path)) {
      return true;
    }
    try {
      if (path.toRealPath().startsWith(root.toRealPath())) {
        return true;
      }
    } catch (IOException e) {
      // A link to nowhere is told like one that leaves the folder.
    }
    problems.add(Check.K004, name(path), 0, "it is a symbolic link");
    return false;
  }

  /** The text of a file, or empty after telling what is wrong with it. */
  Optional<String> read(Path file) {
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        problems.add(
            Check.K001,
            name(file),
            0,
            "it has %d kB, at most %d are read".formatted(size / 1024, MAX_BYTES / 1024));
        return Optional.empty();
      }
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !staysInside(file)) {
        return Optional.empty();
      }
      return decode(file, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> decode(Path file, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    String text;
    try {
      text = decoder.decode(in).toString();
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      problems.add(Check.K002, name(file), line, "a byte here is no UTF-8");
      return Optional.empty();
    }
    String unified = text.replace("\r\n", "\n").replace("\uFEFF", "");
    return hasBidiOverride(file, unified) ? Optional.empty() : Optional.of(unified);
  }

  private boolean hasBidiOverride(Path file, String text) {
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
      } else if ((c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069')) {
        problems.add(Check.K003, name(file), line, "U+%04X".formatted((int) c));
        return true;
      }
    }
    return false;
  }
}
