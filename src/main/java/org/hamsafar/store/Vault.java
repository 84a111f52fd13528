package org.hamsafar.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what is written to the database and names conversations by keyed digests, so that neither
 * the database, nor its log, nor a backup without the key tells who asked what.
 *
 * <p>AES-256-GCM and HMAC-SHA-256 with keys from one file of 64 random bytes.
 */
public final class Vault {
  private static final int KEY_BYTES = 64;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec sealing;
  private final SecretKeySpec naming;
  private final SecureRandom random;

  private Vault(byte[] keys, SecureRandom random) {
    this.sealing = new SecretKeySpec(keys, 0, 32, "AES");
    this.naming = new SecretKeySpec(keys, 32, 32, "HmacSHA256");
    this.random = random;
  }

  /**
   * Reads the key file, or makes it.
   *
   * @throws StoreException if it cannot be read, is damaged, or others may read it
   */
  public static Vault open(Path file, SecureRandom random) {
    try {
      create(file, random);
      refuseWide(file);
      byte[] keys = Files.readAllBytes(file);
      if (keys.length != KEY_BYTES) {
        throw new StoreException(
            "The key file '%s' is damaged: it must have %d bytes. Restore it from a backup; without it stored sessions cannot be read, and deleting it together with the database starts anew."
                .formatted(file, KEY_BYTES));
      }
      return new Vault(keys, random);
    } catch (IOException e) {
      throw new StoreException(
          "The key file '%s' cannot be read: check the folder's owner and permissions."
              .formatted(file),
          e);
    }
  }

  private static void create(Path file, SecureRandom random) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    byte[] keys = new byte[KEY_BYTES];
    random.nextBytes(keys);
    Path fresh =
        file.resolveSibling(file.getFileName() + "." + HexFormat.of().formatHex(keys, 0, 4));
    if (posix()) {
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(fresh, keys, StandardOpenOption.CREATE);
    try {
      // A link, unlike a move, never replaces the key that another start has just made.
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      return;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void refuseWide(Path file) throws IOException {
    if (posix()) {
      Set<PosixFilePermission> wide = Files.getPosixFilePermissions(file);
      if (!PosixFilePermissions.toString(wide).endsWith("------")) {
        throw new StoreException(
            "Others may read the key file '%s': run chmod 600 on it.".formatted(file));
      }
    }
  }

  private static boolean posix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  /** A name for {@code text} that only the holder of the key can tell again: 32 hex digits. */
  public String name(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(naming);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  /** {@code text}, encrypted. */
  public String seal(String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, 0);
      byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] all = new byte[NONCE_BYTES + sealed.length];
      System.arraycopy(nonce, 0, all, 0, NONCE_BYTES);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  /**
   * The text that was sealed.
   *
   * @throws StoreException if it was sealed with another key or changed
   */
  public String open(String sealed) {
    byte[] all = Base64.getDecoder().decode(sealed);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, all, 0);
      return new String(
          cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new StoreException(
          "The database was written with another key file: put the right secret.key back into the data folder.",
          e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, int offset) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce, offset, NONCE_BYTES));
    return cipher;
  }
}
