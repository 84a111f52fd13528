package org.hamsafar.conversation;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What a turn has to know besides the message and what is remembered.
 *
 * @param ticketOpen whether a question of the person's is with the volunteers
 * @param privateChat the address of a private chat that begins with {@code /start} and this; empty
 *     if the channel has none
 * @param mayDecide whether the person may settle things for all who read along
 */
public record Situation(
    boolean ticketOpen, Function<String, Optional<String>> privateChat, BooleanSupplier mayDecide) {
  /** No ticket, no address, nobody else. */
  public static final Situation PLAIN = new Situation(false, _ -> Optional.empty(), () -> true);
}
