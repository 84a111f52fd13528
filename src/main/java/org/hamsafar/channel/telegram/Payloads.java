package org.hamsafar.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Fits payloads of buttons into Telegram's 64 bytes. A longer one is kept here and its keyed hash
 * goes to Telegram; after a restart the hash stands for nothing and is handed on as it is, so that
 * the conversation says kindly that the button is out of date.
 */
final class Payloads {
  /** Telegram's limit for callback_data, in bytes of UTF-8. */
  static final int LIMIT = 64;

  private static final String MARK = "~";
  private static final int KEPT = 4096;

  private final Recent<String, String> longOnes = new Recent<>(KEPT);
  private final SecretKeySpec key;

  /**
   * @param secret the token: nobody else can make a hash that names a payload
   */
  Payloads(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
  }

  /** What to give to Telegram. */
  String shorten(String payload) {
    if (payload.getBytes(UTF_8).length <= LIMIT && !payload.startsWith(MARK)) {
      return payload;
    }
    String hash = MARK + hash(payload);
    longOnes.put(hash, payload);
    return hash;
  }

  /** What the core has offered. */
  String restore(String data) {
    return data.startsWith(MARK) ? longOnes.get(data).orElse(data) : data;
  }

  private String hash(String payload) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(payload.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
