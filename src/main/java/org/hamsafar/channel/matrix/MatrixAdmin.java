package org.hamsafar.channel.matrix;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.hamsafar.channel.matrix.MatrixAccount.Unusable;
import org.jspecify.annotations.Nullable;

/** What an operator does with the account while the bot does not run. */
public final class MatrixAdmin {
  private final Path folder;
  private final InstantSource clock;

  /**
   * @param folder of the account
   */
  public MatrixAdmin(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Something that an operator should look at, and how to mend it. */
  public record Problem(String what, String mend) {}

  /**
   * Logs in, makes the device's keys, signs it and begins a key backup.
   *
   * @param user name or whole id
   * @throws Unusable if there is an account already
   * @throws IOException if the homeserver refuses or cannot be reached
   */
  public MatrixAccount login(URI homeserver, String user, String password)
      throws Unusable, IOException {
    prepare(homeserver);
    return adopt(Devices.login(homeserver, user, password), password);
  }

  /**
   * Takes a device whose access token is known, such as one made by an administrator.
   *
   * @throws Unusable if there is an account already
   * @throws IOException if the homeserver refuses or cannot be reached
   */
  public MatrixAccount loginWithToken(URI homeserver, String token) throws Unusable, IOException {
    prepare(homeserver);
    return adopt(new Devices.Token(homeserver, token), null);
  }

  private void prepare(URI homeserver) throws Unusable, IOException {
    if (homeserver.getHost() == null
        || !String.valueOf(homeserver.getScheme()).startsWith("http")) {
      throw new Unusable(
          "'%s' is no address of a homeserver".formatted(homeserver),
          "write it as https://matrix.example.org");
    }
    if (MatrixAccount.exists(folder)) {
      throw new Unusable(
          "There is a Matrix account already in '%s'".formatted(folder),
          "keep it, or end it with ./hamsafar matrix logout --erase");
    }
    PrivateFiles.folder(folder);
  }

  private MatrixAccount adopt(Devices.Token token, @Nullable String password) throws IOException {
    Path database = folder.resolve("crypto.db");
    PrivateFiles.touch(database);
    try (MatrixDevice device = Devices.first(database, token)) {
      MatrixAccount account =
          new MatrixAccount(
              folder,
              token.getHomeserver(),
              device.getUserId(),
              device.getDeviceId(),
              token.getAccessToken());
      account.write();
      account.keepRecoveryKey(device.crossSign(password));
      return account;
    }
  }

  /** What is wrong with account, files and keys; changes nothing. */
  public List<Problem> check() throws InterruptedException {
    List<Problem> problems = new ArrayList<>();
    try {
      MatrixAccount account = MatrixAccount.read(folder);
      if (account.recoveryKey().isEmpty()) {
        problems.add(
            new Problem(
                "the account has no recovery key, so clients may hide or mistrust its device",
                "./hamsafar matrix rotate --identity"));
      }
      server(account, problems);
    } catch (Unusable e) {
      problems.add(new Problem(e.what(), e.mend()));
    } catch (IOException e) {
      problems.add(new Problem("the recovery key cannot be read", "mend the rights of the folder"));
    }
    return problems;
  }

  private static void server(MatrixAccount account, List<Problem> problems)
      throws InterruptedException {
    try (Homeserver server = new Homeserver(account.homeserver(), account.accessToken())) {
      if (!server.get("account/whoami").path("device_id").asText().equals(account.device())) {
        problems.add(
            new Problem(
                "the access token belongs to another device",
                "./hamsafar matrix logout --erase, then ./hamsafar matrix login"));
      }
      keys(account, server, problems);
    } catch (MatrixException e) {
      problems.add(failed(e));
    }
  }

  private static void keys(MatrixAccount account, Homeserver server, List<Problem> problems)
      throws MatrixException, InterruptedException {
    var query = Homeserver.object();
    query.putObject("device_keys").putArray(account.user());
    var keys = server.post("keys/query", query);
    var signatures =
        keys.at("/device_keys").path(account.user()).path(account.device()).path("signatures");
    if (keys.at("/self_signing_keys").path(account.user()).isMissingNode()
        || signatures.path(account.user()).size() < 2) {
      problems.add(
          new Problem(
              "the device is not signed by its account, so clients may hide it",
              "./hamsafar matrix rotate --identity"));
    }
  }

  private static Problem failed(MatrixException e) {
    return switch (e.reason()) {
      case TOKEN ->
          new Problem(
              "the homeserver does not know the access token any more",
              "./hamsafar matrix logout --erase, then ./hamsafar matrix login");
      case NETWORK ->
          new Problem("the homeserver cannot be reached", "check the network and its address");
      default ->
          new Problem("the homeserver does not answer as it should: " + e.reason(), "try later");
    };
  }

  /** Changes the keys of all encrypted rooms: each next message is encrypted with a new one. */
  public int rotateRoomKeys() throws Unusable, IOException {
    return withDevice((account, device) -> {
      List<String> rooms = device.joinedRooms();
      device.rotate(rooms);
      return rooms.size();
    });
  }

  /**
   * Makes a new identity, recovery key and backup. People who have verified the bot must do so
   * anew.
   *
   * @param password of the account
   */
  public void rotateIdentity(String password) throws Unusable, IOException {
    withDevice((account, device) -> {
      account.keepRecoveryKey(device.crossSign(password));
      return 0;
    });
  }

  /**
   * Ends the device on the homeserver and deletes the folder.
   *
   * @return whether the homeserver has ended it too
   */
  public boolean logoutAndErase() throws Unusable, IOException, InterruptedException {
    MatrixAccount account = MatrixAccount.read(folder);
    boolean ended;
    try (Homeserver server = new Homeserver(account.homeserver(), account.accessToken());
        Lease _ = Lease.lock(account, server, clock)) {
      ended = ended(server);
    }
    PrivateFiles.erase(folder);
    return ended;
  }

  /** Needs no keys: whoever has lost them wants to log out, too. */
  private static boolean ended(Homeserver server) throws InterruptedException {
    try {
      server.post("logout", Homeserver.object());
      return true;
    } catch (MatrixException e) {
      return e.reason() == MatrixException.Reason.TOKEN;
    }
  }

  /** Something done with the open device. */
  private interface Work<T> {
    T with(MatrixAccount account, MatrixDevice device) throws IOException;
  }

  private <T> T withDevice(Work<T> work) throws Unusable, IOException {
    MatrixAccount account = MatrixAccount.read(folder);
    try (Homeserver server = new Homeserver(account.homeserver(), account.accessToken());
        Lease _ = Lease.lock(account, server, clock);
        MatrixDevice device = account.openDevice()) {
      return work.with(account, device);
    }
  }
}
