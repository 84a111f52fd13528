package org.hamsafar.reply;

import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Origin;
import org.hamsafar.knowledge.Translation;
import org.hamsafar.language.LanguageTag;

/** What a reader should know of the text shown. */
public enum TranslationState {
  ORIGINAL,
  REVIEWED,
  MACHINE,
  /** The source text has changed since. */
  STALE,
  /** Not the person's language. */
  FALLBACK;

  /** The state of {@code text}, shown to a person who reads {@code tag}. */
  public static TranslationState of(LanguageTag tag, Entry entry, Translation text) {
    if (!text.language().equals(tag.replyTag())) {
      return FALLBACK;
    }
    if (text.sourceText()) {
      return ORIGINAL;
    }
    if (text.revision() < entry.sourceText().revision()) {
      return STALE;
    }
    return text.origin() == Origin.HUMAN || text.reviewer().isPresent() ? REVIEWED : MACHINE;
  }
}
