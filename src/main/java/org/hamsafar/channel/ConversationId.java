package org.hamsafar.channel;

/**
 * Names one conversation.
 *
 * @param channel {@code telegram}, {@code matrix}, {@code console} …
 * @param id the platform's own id of the chat or room; never shown, never logged
 */
public record ConversationId(String channel, String id) {
  /** Only the channel: ids do not belong in logs. */
  @Override
  public String toString() {
    return channel + ":…";
  }
}
