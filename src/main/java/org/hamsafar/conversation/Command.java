package org.hamsafar.conversation;

import java.util.Locale;
import java.util.Optional;

/** Commands, the same in every language and on every channel. */
public enum Command {
  START,
  HELP,
  MENU,
  PLAN,
  TIP,
  LANGUAGE,
  COUNTRY,
  STATUS,
  HUMAN,
  CLOSE,
  LOWDATA,
  PRIVACY,
  ABOUT,
  FORGET,
  UNKNOWN;

  /**
   * A command and what stands after it.
   *
   * @param argument empty if there is none
   */
  public record Given(Command command, String argument) {}

  /** Reads {@code /menu}, {@code /start de_work}; empty if the text is no command. */
  public static Optional<Given> read(String text) {
    if (!text.startsWith("/") || text.length() < 2 || !Character.isLetter(text.charAt(1))) {
      return Optional.empty();
    }
    String[] parts = text.substring(1).split("\\s+", 2);
    String name = parts[0].toUpperCase(Locale.ROOT);
    int at = name.indexOf('@');
    String bare = at < 0 ? name : name.substring(0, at);
    for (Command command : values()) {
      if (command.name().equals(bare)) {
        return Optional.of(new Given(command, parts.length > 1 ? parts[1].strip() : ""));
      }
    }
    return Optional.of(new Given(UNKNOWN, ""));
  }
}
