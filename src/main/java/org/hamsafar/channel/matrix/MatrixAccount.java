package org.hamsafar.channel.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The bot's account in its folder: {@code account.json}, {@code crypto.db}, {@code recovery.key}.
 *
 * @param folder only the bot's own user may read it
 * @param homeserver address of the client-server API
 * @param user the whole user id
 * @param device the same as long as the folder is kept
 */
public record MatrixAccount(
    Path folder, URI homeserver, String user, String device, String accessToken) {
  private static final String FILE = "account.json";
  private static final String RECOVERY = "recovery.key";

  /** Something that an operator has to mend before the account can be used. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String mend;

    Unusable(String what, String mend) {
      super("%s. To mend it: %s".formatted(what, mend));
      this.what = what;
      this.mend = mend;
    }

    String what() {
      return what;
    }

    String mend() {
      return mend;
    }
  }

  /** Whether somebody has logged in here. */
  public static boolean exists(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  /**
   * Reads the account.
   *
   * @throws Unusable if it is not there, damaged, or readable by others
   */
  public static MatrixAccount read(Path folder) throws Unusable {
    if (!exists(folder)) {
      throw new Unusable("There is no Matrix account yet", "./hamsafar matrix login");
    }
    try {
      List<Path> wide = PrivateFiles.tooWide(folder);
      if (!wide.isEmpty()) {
        throw new Unusable(
            "Others can read '%s', which holds keys".formatted(wide.getFirst()),
            "chmod -R go-rwx '%s'".formatted(folder));
      }
      JsonNode json = Homeserver.JSON.readTree(Files.readString(folder.resolve(FILE)));
      return new MatrixAccount(
          folder,
          URI.create(json.path("homeserver").asText()),
          json.path("user").asText(),
          json.path("device").asText(),
          json.path("token").asText());
    } catch (IOException | IllegalArgumentException e) {
      throw new Unusable(
          "'%s' cannot be read".formatted(folder.resolve(FILE)),
          "put it back from a backup, or delete '%s' and run ./hamsafar matrix login"
              .formatted(folder));
    }
  }

  void write() throws IOException {
    PrivateFiles.write(
        folder.resolve(FILE),
        Homeserver.object()
            .put("homeserver", homeserver.toString())
            .put("user", user)
            .put("device", device)
            .put("token", accessToken)
            .toString());
  }

  Path database() {
    return folder.resolve("crypto.db");
  }

  /**
   * Opens the device.
   *
   * @throws Unusable if its keys are damaged, or were deleted when the homeserver ended the device
   */
  MatrixDevice openDevice() throws Unusable {
    try {
      return Devices.open(database());
    } catch (IOException e) {
      throw new Unusable(
          "The keys in '%s' cannot be used, or not any more".formatted(database()),
          "./hamsafar matrix logout --erase, then ./hamsafar matrix login");
    }
  }

  void keepRecoveryKey(String key) throws IOException {
    PrivateFiles.write(folder.resolve(RECOVERY), key + "\n");
  }

  /** The key that opens the backup of the room keys; empty if the account has none. */
  public Optional<String> recoveryKey() throws IOException {
    Path file = folder.resolve(RECOVERY);
    return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "MatrixAccount[…]";
  }
}
