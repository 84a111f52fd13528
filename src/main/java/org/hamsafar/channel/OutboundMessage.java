package org.hamsafar.channel;

import java.util.List;
import java.util.Optional;

/**
 * A message to send, rendered for its channel.
 *
 * @param conversation where to
 * @param plain the text without markup, numbered choices included where there are no buttons
 * @param html the same in the markup that Telegram and Matrix share; empty on a plain channel
 * @param buttons in rows; empty on a channel without buttons
 * @param rightToLeft direction of the text
 * @param replaces whether it may take the place of the message whose button was pressed
 * @param replyTo as it stood in the inbound message
 * @param voice name of a recording to send instead of the text, for {@link Recordings}; the text
 *     then says what is heard
 */
public record OutboundMessage(
    ConversationId conversation,
    String plain,
    String html,
    List<List<Button>> buttons,
    boolean rightToLeft,
    boolean replaces,
    Optional<String> replyTo,
    Optional<String> voice) {
  public OutboundMessage {
    buttons = buttons.stream().map(List::copyOf).toList();
  }

  /** A message to read. */
  public OutboundMessage(
      ConversationId conversation,
      String plain,
      String html,
      List<List<Button>> buttons,
      boolean rightToLeft,
      boolean replaces,
      Optional<String> replyTo) {
    this(conversation, plain, html, buttons, rightToLeft, replaces, replyTo, Optional.empty());
  }

  /**
   * A choice to press.
   *
   * @param payload comes back as {@link InboundMessage.Choice}; at most 64 bytes of UTF-8
   */
  public record Button(String label, String payload) {}
}
