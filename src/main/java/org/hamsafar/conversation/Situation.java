package org.hamsafar.conversation;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a turn has to know besides the message and what is remembered.
 *
 * @param ticketOpen whether a question of the person's is with the volunteers
 * @param privateChat the address of a private chat that begins with {@code /start} and this; empty
 *     if the channel has none
 */
public record Situation(boolean ticketOpen, Function<String, Optional<String>> privateChat) {
  /** No ticket, and no address. */
  public static final Situation PLAIN = new Situation(false, _ -> Optional.empty());
}
