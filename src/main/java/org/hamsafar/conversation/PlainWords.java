package org.hamsafar.conversation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamsafar.language.Folding;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.reply.MessageCatalogue;

/**
 * Words that mean a command when they are the whole message: not everybody types a slash. Any
 * language's words are understood, whichever is spoken.
 */
final class PlainWords {
  private static final String KEY = "words.";
  private static final int LONGEST = 60;

  private final Map<String, Command> commands = new HashMap<>();
  private final Map<String, LanguageTag> languages = new HashMap<>();
  private final Set<String> thanks;
  private final Set<String> aroundThanks;
  private final Set<String> arrived;
  private final Set<String> next;

  PlainWords(MessageCatalogue catalogue) {
    this.thanks = all(catalogue, "thanks");
    this.aroundThanks = all(catalogue, "thanks-around");
    this.arrived = all(catalogue, "arrived");
    this.next = all(catalogue, "next");
    catalogue
        .everywhere(KEY + "speak")
        .forEach((tag, text) -> split(text).forEach(word -> languages.putIfAbsent(word, tag)));
    Map<Command, Set<String>> words = new EnumMap<>(Command.class);
    for (Command command : Command.values()) {
      words.put(command, all(catalogue, command.name().toLowerCase(Locale.ROOT)));
    }
    words.forEach((command, all) -> all.forEach(word -> commands.putIfAbsent(word, command)));
  }

  private static Set<String> all(MessageCatalogue catalogue, String key) {
    return catalogue.everywhere(KEY + key).values().stream()
        .flatMap(PlainWords::split)
        .collect(Collectors.toSet());
  }

  private static Stream<String> split(String text) {
    return Arrays.stream(text.split("\\|")).map(PlainWords::bare).filter(w -> !w.isEmpty());
  }

  /** The language that the message, and nothing else, asks for. */
  Optional<LanguageTag> language(String text) {
    return text.length() > LONGEST
        ? Optional.empty()
        : Optional.ofNullable(languages.get(bare(text)));
  }

  /** Whether it thanks or takes leave and says nothing else: "tashakor bradar". */
  boolean isThanks(String text) {
    String bare = bare(text);
    if (text.length() > LONGEST || bare.isEmpty()) {
      return false;
    }
    String left = " " + bare + " ";
    boolean found = false;
    for (String phrase : thanks) {
      if (left.contains(" " + phrase + " ")) {
        found = true;
        left = left.replace(" " + phrase + " ", " ");
      }
    }
    return found
        && Arrays.stream(left.strip().split(" "))
            .allMatch(word -> word.isEmpty() || aroundThanks.contains(word));
  }

  /** Whether it asks what to do, and tells nothing else: "and now?". */
  boolean asksWhatNext(String text) {
    return text.length() <= LONGEST && next.contains(bare(text));
  }

  /** The message without the words that tell that somebody has moved: "now I am in Germany". */
  String withoutArrival(String text) {
    return Arrays.stream(text.split("\\s+"))
        .filter(word -> !arrived.contains(bare(word)))
        .collect(Collectors.joining(" "));
  }

  Optional<Command> read(String text) {
    return text.length() > LONGEST
        ? Optional.empty()
        : Optional.ofNullable(commands.get(bare(text)));
  }

  /** Letters only, folded, one space between words. */
  private static String bare(String text) {
    return Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
