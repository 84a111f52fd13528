package org.hamsafar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs after all other tests, in an execution of its own: no log line of theirs, at any level, may
 * hold what people said or who they are. The logs are deleted when they have been read.
 */
class LogScan {
  /** Words that are secret wherever they come from. */
  private static final List<String> ALWAYS =
      List.of(
          Canaries.NAME,
          Canaries.USERNAME,
          Canaries.PHONE,
          Canaries.PHONE.substring(3),
          "" + Canaries.CHAT,
          "not-a-real-token",
          "a-secret-of-the-test",
          "correct horse battery staple");

  /** Users, rooms and tokens of Matrix: every test has its own. */
  private static final Pattern MATRIX =
      Pattern.compile("[@!][A-Za-z0-9._=/+-]+:localhost|\\bsyt_[A-Za-z0-9_]+|\\$[\\w-]{43}\\b");

  @TempDir private Path folder = Path.of("");

  @Test
  void noLogOfTheTestsHoldsWhatIsSecret() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> logs = files(Canaries.FOLDER, ".log");
    Set<String> secrets = secrets(Canaries.FOLDER);
    for (Path log : logs) {
      found.addAll(search(log, secrets));
    }
    for (Path read : files(Canaries.FOLDER, "")) {
      Files.delete(read);
    }
    assertThat(logs).as("logs of the tests").isNotEmpty();
    assertThat(found).as("log lines that tell what they must not").isEmpty();
  }

  @Test
  void findsWhatIsThere() throws IOException {
    Path log = folder.resolve("1.log");
    Files.writeString(
        log,
        """
        WARN  nothing to see
        WARN  user %s
        DEBUG room !abc:localhost
        TRACE asked: may I work here
        ERROR java.lang.IllegalStateException: 4242:not-a-real-token
        """
            .formatted(Canaries.PHONE));
    Files.writeString(folder.resolve("planted.txt"), "may I work here\n");
    assertThat(search(log, secrets(folder))).hasSize(4);
  }

  private static Set<String> secrets(Path folder) throws IOException {
    Set<String> secrets = new LinkedHashSet<>(ALWAYS);
    Path planted = folder.resolve(Canaries.PLANTED.getFileName());
    if (Files.exists(planted)) {
      secrets.addAll(Files.readAllLines(planted));
    }
    return secrets;
  }

  /** The whole text first: few secrets are found, and most logs are long. */
  private static List<String> search(Path log, Set<String> secrets) throws IOException {
    String text = Files.readString(log, StandardCharsets.UTF_8);
    List<String> there = secrets.stream().filter(text::contains).toList();
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher matrix = MATRIX.matcher(line);
      if (matrix.find() || there.stream().anyMatch(line::contains)) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(suffix)).toList();
    }
  }
}
