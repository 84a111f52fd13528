package org.hamsafar.reply;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hamsafar.language.FallbackChain;
import org.hamsafar.language.LanguageTag;

/** The bot's own words in every language, with the nearest language where one is missing. */
public final class MessageCatalogue {
  private final Map<LanguageTag, Map<String, String>> messages;
  private final FallbackChain fallback;

  /**
   * @param messages patterns (ICU MessageFormat) by language and key
   */
  public MessageCatalogue(Map<LanguageTag, Map<String, String>> messages, FallbackChain fallback) {
    this.messages = Map.copyOf(messages);
    this.fallback = fallback;
  }

  /**
   * The text of a message.
   *
   * @throws IllegalStateException if no language has the key: {@code check} would have told
   */
  public String text(LanguageTag tag, String key, Map<String, Object> values) {
    return find(tag, key, values).orElseThrow(() -> new IllegalStateException("no message " + key));
  }

  /** The text of a message without values to fill in. */
  public String text(LanguageTag tag, String key) {
    return text(tag, key, Map.of());
  }

  /** Like {@link #text(LanguageTag, String, Map)}; empty if no language has the key. */
  public Optional<String> find(LanguageTag tag, String key, Map<String, Object> values) {
    for (LanguageTag candidate : fallback.of(tag)) {
      String pattern = messages.getOrDefault(candidate, Map.of()).get(key);
      if (pattern != null) {
        return Optional.of(values.isEmpty() ? pattern : format(candidate, pattern, values));
      }
    }
    return Optional.empty();
  }

  /** What the languages that have it say under a key. */
  public SortedMap<LanguageTag, String> everywhere(String key) {
    SortedMap<LanguageTag, String> all = new TreeMap<>();
    messages.forEach(
        (tag, texts) -> Optional.ofNullable(texts.get(key)).ifPresent(text -> all.put(tag, text)));
    return all;
  }

  private static String format(LanguageTag tag, String pattern, Map<String, Object> values) {
    return new MessageFormat(pattern, ULocale.forLanguageTag(tag.value())).format(values);
  }
}
