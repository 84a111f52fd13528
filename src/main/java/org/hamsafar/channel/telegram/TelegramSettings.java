package org.hamsafar.channel.telegram;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How to reach Telegram.
 *
 * @param token as BotFather gives it: digits, a colon, letters
 * @param baseUrl the Bot API server, with a path prefix if it has one; {@link #PUBLIC_SERVER} or
 *     one's own
 * @param receiving how updates come
 * @param timing how long to wait for what
 */
public record TelegramSettings(String token, URI baseUrl, Receiving receiving, Timing timing) {
  /** Telegram's own server. */
  public static final URI PUBLIC_SERVER = URI.create("https://api.telegram.org");

  private static final Pattern TOKEN = Pattern.compile("([0-9]{1,20}):[A-Za-z0-9_-]{1,128}");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{16,256}");

  /**
   * Checks the form only.
   *
   * @throws IllegalArgumentException if the token does not look like one or the address is not
   *     http(s); never quotes the token
   */
  public TelegramSettings {
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException(
          "the Telegram token must be digits, a colon and letters, as BotFather shows it");
    }
    String scheme = baseUrl.getScheme();
    if (scheme == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException("the address of the Bot API server must be http or https");
    }
  }

  /** Long polling from Telegram's own server: what most installations want. */
  public static TelegramSettings polling(String token) {
    return new TelegramSettings(token, PUBLIC_SERVER, new Polling(), Timing.USUAL);
  }

  /** The bot's user id: what stands before the colon. */
  String botId() {
    return token.substring(0, token.indexOf(':'));
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "TelegramSettings[token=…, receiving=" + receiving + "]";
  }

  /** How updates come. */
  public sealed interface Receiving {}

  /** The bot asks for updates; needs no public address. */
  public record Polling() implements Receiving {}

  /**
   * Telegram calls the bot.
   *
   * @param publicUrl what Telegram calls; a proxy before the bot has to end TLS
   * @param secret 16 to 256 of {@code A-Z a-z 0-9 _ -}; Telegram sends it with every update
   * @param listen where the bot listens for the proxy; port 0 takes any
   */
  public record Webhook(URI publicUrl, String secret, InetSocketAddress listen)
      implements Receiving {
    /**
     * Checks the form only.
     *
     * @throws IllegalArgumentException if the secret is too short or has other characters
     */
    public Webhook {
      if (!SECRET.matcher(secret).matches()) {
        throw new IllegalArgumentException(
            "the webhook secret must be 16 to 256 of A-Z a-z 0-9 _ -");
      }
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "Webhook[secret=…]";
    }
  }

  /**
   * How long to wait for what. The usual values notice a dead connection after 35 s and receive
   * again within 50 s of its return.
   *
   * @param poll how long Telegram may hold a poll open, whole seconds
   * @param answer how long an answer may take, on top of {@code poll} for polls
   * @param inlet how long storing an update may take before it counts as failed
   * @param firstRetry pause after the first failure; doubles with each
   * @param lastRetry longest pause between tries
   * @param otherPoller pause while another program polls with the same token
   */
  public record Timing(
      Duration poll,
      Duration answer,
      Duration inlet,
      Duration firstRetry,
      Duration lastRetry,
      Duration otherPoller) {
    public static final Timing USUAL =
        new Timing(
            Duration.ofSeconds(25),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofSeconds(15),
            Duration.ofSeconds(10));
  }
}
