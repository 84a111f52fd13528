package org.hamsafar.knowledge;

import java.util.List;
import org.hamsafar.language.LanguageTag;

/**
 * A language that the bot speaks.
 *
 * @param ownName its name in itself
 * @param fallback what to show where a text is missing, nearest first
 * @param complete whether all guidance is meant to exist in it
 * @param offered whether people may choose it; false for languages only read, such as fa-AF-Latn
 */
public record Language(
    LanguageTag tag,
    String ownName,
    List<LanguageTag> fallback,
    boolean complete,
    boolean offered) {
  public Language {
    fallback = List.copyOf(fallback);
  }
}
