package org.hamsafar.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hamsafar.channel.telegram.CommandTexts;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.reply.MessageCatalogue;

/** What Telegram shows of the bot itself, from the message catalogue. */
final class TelegramTexts implements CommandTexts {
  /** Commands in the order of Telegram's menu, each with the message that names it. */
  private static final List<Map.Entry<String, String>> COMMANDS =
      List.of(
          Map.entry("menu", "menu"),
          Map.entry("plan", "plan-any"),
          Map.entry("human", "human"),
          Map.entry("language", "command.language"),
          Map.entry("country", "command.country"),
          Map.entry("status", "command.status"),
          Map.entry("privacy", "command.privacy"),
          Map.entry("forget", "command.forget"),
          Map.entry("help", "command.help"));

  private static final int DESCRIPTION = 512;
  private static final int SHORT_DESCRIPTION = 120;

  private final MessageCatalogue catalogue;
  private final Set<LanguageTag> languages;

  TelegramTexts(MessageCatalogue catalogue, Set<LanguageTag> languages) {
    this.catalogue = catalogue;
    this.languages = Set.copyOf(languages);
  }

  @Override
  public List<Texts> all() {
    List<Texts> all = new ArrayList<>();
    all.add(texts("", LanguageTag.ENGLISH));
    // Telegram knows two letters only: "fa" is shown to readers of Dari too, so it is Dari.
    all.add(texts("fa", LanguageTag.DARI));
    languages.stream()
        .filter(tag -> !tag.language().equals("fa") && !tag.value().endsWith("Arab"))
        .sorted()
        .forEach(tag -> all.add(texts(tag.language(), tag)));
    return all;
  }

  private Texts texts(String language, LanguageTag tag) {
    return new Texts(
        Optional.of(language).filter(l -> !l.isEmpty()),
        COMMANDS.stream()
            .map(c -> new Named(c.getKey(), catalogue.text(tag, c.getValue())))
            .toList(),
        cut(catalogue.text(tag, "welcome"), DESCRIPTION),
        cut(catalogue.text(tag, "about"), SHORT_DESCRIPTION));
  }

  /** At most {@code length} UTF-16 units, cut between words. */
  private static String cut(String text, int length) {
    return text.length() <= length
        ? text
        : text.substring(0, Math.max(0, text.lastIndexOf(' ', length - 1)));
  }
}
