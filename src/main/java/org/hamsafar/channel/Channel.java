package org.hamsafar.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A platform, as the core sees it. Implementations know nothing of conversations. */
public interface Channel extends AutoCloseable {
  /** The name that {@link ConversationId#channel()} carries. */
  String name();

  Abilities abilities();

  /**
   * The address at which a person opens a chat with the bot alone; empty if it is not known.
   *
   * @param start what the first message there is to be: {@code de} for {@code /start de}; a
   *     platform without such a thing leaves it out
   */
  default Optional<String> privateChat(String start) {
    return Optional.empty();
  }

  /**
   * Whether whoever wrote this may settle for all who read along what comes without being asked
   * for. May take a request; a channel that cannot tell lets everybody.
   */
  default boolean mayDecide(InboundMessage message) {
    return true;
  }

  /** Begins to receive; returns at once. */
  void start(Inlet inlet);

  /**
   * Sends a message and returns when the platform has taken it.
   *
   * @param key the same for every try of one message; platforms with idempotent sending use it
   * @throws DeliveryException if it was not taken
   * @throws InterruptedException if the channel is being closed
   */
  void send(OutboundMessage message, String key) throws DeliveryException, InterruptedException;

  /**
   * Sends a message and has it noted. A platform that does not know a message again by its key lets
   * no other go between the two.
   *
   * @param taken called when the platform has taken the message
   */
  default void send(OutboundMessage message, String key, Taken taken)
      throws DeliveryException, InterruptedException {
    send(message, key);
    taken.note();
  }

  /** Notes that a message was taken; returns when that will survive. */
  interface Taken {
    void note();
  }

  /** Whether it is connected and may receive; tells the health page. */
  boolean isReady();

  /** Stops receiving and sending; returns within ten seconds. */
  @Override
  void close();

  /** Where a channel puts what it receives. */
  interface Inlet {
    /**
     * Takes a message. Only when the result is complete may the platform be told that it arrived; a
     * message whose key was taken before is taken again without effect.
     */
    CompletableFuture<Void> receive(InboundMessage message);
  }

  /** A message was not taken by the platform. */
  final class DeliveryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final @org.jspecify.annotations.Nullable Duration retryAfter;

    /** What to do about it. */
    public enum Kind {
      /** Try again, after {@link #retryAfter()} if it is given. */
      TEMPORARY,
      /** This message can never be sent. */
      REFUSED,
      /** The person has blocked the bot or left: forget the conversation. */
      GONE
    }

    public DeliveryException(Kind kind, Optional<Duration> retryAfter, String reason) {
      super(reason);
      this.kind = kind;
      this.retryAfter = retryAfter.orElse(null);
    }

    public Kind kind() {
      return kind;
    }

    public Optional<Duration> retryAfter() {
      return Optional.ofNullable(retryAfter);
    }
  }
}
