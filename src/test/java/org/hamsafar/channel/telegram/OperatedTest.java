package org.hamsafar.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hamsafar.RealKnowledge;
import org.hamsafar.channel.telegram.Emulator.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an operator does: {@code run} behind a webhook, and {@code doctor} with the same options.
 */
class OperatedTest {
  /** A first start with the real guidance, on a machine with much else to do. */
  private static final Duration START = Duration.ofMinutes(2);

  private static final long CHAT = 4242;

  @TempDir private Path folder = Path.of("");

  @Test
  void servesByWebhookAndTheDoctorAgrees() throws Exception {
    try (Emulator emulator = Emulator.start()) {
      Path log = folder.resolve("run.log");
      Process bot = start(log, "run", with(emulator, true, "--health-port", "0"));
      try {
        emulator.say(CHAT, "en", "Can I work with a Duldung in Germany?");
        Await.until("answered", START, () -> isAnswered(emulator) || !bot.isAlive());
        assertThat(Files.readString(log)).contains("Running;");
        assertThat(shown(emulator)).singleElement().satisfies(OperatedTest::tellsItsSource);
        assertThat(doctor(with(emulator, true))).isEqualTo("0 all well");
        assertThat(doctor(with(emulator, false))).startsWith("1 ").contains("webhook");
      } finally {
        bot.destroy();
        assertThat(bot.waitFor(10, TimeUnit.SECONDS)).as("a clean stop").isTrue();
      }
      assertThat(Files.readString(log)).doesNotContain(Updates.token(), "" + CHAT, "Duldung");
    }
  }

  private static void tellsItsSource(Shown answer) {
    assertThat(answer.text()).contains("Duldung", "<a href=\"https://");
    assertThat(answer.payloads()).contains("right:de/work/duldung-work");
  }

  private List<String> with(Emulator emulator, boolean webhook, String... more) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), Updates.token());
    Path secret = Files.writeString(folder.resolve("secret"), Rig.SECRET);
    List<String> options =
        new ArrayList<>(
            List.of(
                "--data", folder.resolve("data").toString(),
                "--telegram-token-file", token.toString(),
                "--telegram-server", emulator.url().toString()));
    if (webhook) {
      options.addAll(
          List.of(
              "--telegram-webhook-url", "http://127.0.0.1:" + port() + "/hook",
              "--telegram-webhook-listen", "127.0.0.1:" + port(),
              "--telegram-webhook-secret-file", secret.toString()));
    }
    options.addAll(List.of(more));
    return options;
  }

  /** The same port at every call. */
  private int port() throws IOException {
    Path kept = folder.resolve("port");
    if (!Files.exists(kept)) {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        Files.writeString(kept, "" + free.getLocalPort());
      }
    }
    return Integer.parseInt(Files.readString(kept));
  }

  /** Its exit code and last line. */
  private String doctor(List<String> options) throws Exception {
    Path log = Files.createTempFile(folder, "doctor", ".log");
    Process doctor = start(log, "doctor", options);
    assertThat(doctor.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
    List<String> lines = Files.readAllLines(log);
    return doctor.exitValue()
        + " "
        + (doctor.exitValue() == 0 ? lines.getLast() : String.join("\n", lines));
  }

  private static Process start(Path log, String command, List<String> options) throws IOException {
    return Program.start(Optional.of(RealKnowledge.prepared()), log, command, options);
  }

  private static boolean isAnswered(Emulator emulator) {
    return !shown(emulator).isEmpty();
  }

  private static List<Shown> shown(Emulator emulator) {
    try {
      return emulator.shown(Optional.of(CHAT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
