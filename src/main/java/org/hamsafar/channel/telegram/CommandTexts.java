package org.hamsafar.channel.telegram;

import java.util.List;
import java.util.Optional;

/** What Telegram shows of the bot before a word is said: its commands and what it is. */
public interface CommandTexts {
  /** One for every language, and one without a language for everybody else. */
  List<Texts> all();

  /**
   * The texts of one language.
   *
   * @param language two letters, as Telegram has them ({@code fa} stands for Dari too); empty for
   *     everybody else
   * @param commands in the order of the menu
   * @param description shown in an empty chat, at most 512 characters
   * @param shortDescription shown on the bot's profile, at most 120 characters
   */
  record Texts(
      Optional<String> language,
      List<Named> commands,
      String description,
      String shortDescription) {
    public Texts {
      commands = List.copyOf(commands);
    }
  }

  /**
   * A command.
   *
   * @param command without the slash, a-z
   * @param description at most 256 characters
   */
  record Named(String command, String description) {}
}
