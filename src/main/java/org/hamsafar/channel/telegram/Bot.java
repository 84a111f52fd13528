package org.hamsafar.channel.telegram;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who the bot is.
 *
 * @param username without the at sign
 */
record Bot(long id, String username) {
  private static final Pattern COMMAND =
      Pattern.compile("^(/[A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,32}))?(?=\\s|$)");

  /** Whether the text begins with a command for this bot or for every bot. */
  boolean isCommanded(String text) {
    Matcher command = COMMAND.matcher(text);
    return command.find() && (command.group(2) == null || isMe(command.group(2)));
  }

  /** Whether the text begins with a command for another bot. */
  boolean isForAnother(String text) {
    Matcher command = COMMAND.matcher(text);
    return command.find() && command.group(2) != null && !isMe(command.group(2));
  }

  boolean isMentioned(String text) {
    return !username.isEmpty() && mention().matcher(text).find();
  }

  /** The text without the bot's name: {@code /menu@bot} becomes {@code /menu}. */
  String withoutName(String text) {
    Matcher command = COMMAND.matcher(text);
    String bare =
        command.find() && command.group(2) != null
            ? command.group(1) + text.substring(command.end())
            : text;
    return username.isEmpty() ? bare : mention().matcher(bare).replaceAll(" ").strip();
  }

  private boolean isMe(String name) {
    return name.toLowerCase(Locale.ROOT).equals(username.toLowerCase(Locale.ROOT));
  }

  private Pattern mention() {
    return Pattern.compile(
        "(?<![A-Za-z0-9_])@" + Pattern.quote(username) + "(?![A-Za-z0-9_])",
        Pattern.CASE_INSENSITIVE);
  }
}
