package org.hamsafar.conversation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hamsafar.language.Folding;
import org.hamsafar.reply.MessageCatalogue;

/**
 * Words that mean a command when they are the whole message: not everybody types a slash. Any
 * language's words are understood, whichever is spoken.
 */
final class PlainWords {
  private static final String KEY = "words.";

  private final Map<String, Command> commands = new HashMap<>();

  PlainWords(MessageCatalogue catalogue) {
    Map<Command, Set<String>> words = new EnumMap<>(Command.class);
    for (Command command : Command.values()) {
      words.put(
          command,
          catalogue.everywhere(KEY + command.name().toLowerCase(Locale.ROOT)).stream()
              .flatMap(text -> Arrays.stream(text.split("\\|")))
              .map(PlainWords::bare)
              .filter(w -> !w.isEmpty())
              .collect(Collectors.toSet()));
    }
    words.forEach((command, all) -> all.forEach(word -> commands.putIfAbsent(word, command)));
  }

  Optional<Command> read(String text) {
    return text.length() > 60 ? Optional.empty() : Optional.ofNullable(commands.get(bare(text)));
  }

  /** Letters only, folded, one space between words. */
  private static String bare(String text) {
    return Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
