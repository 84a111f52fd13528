package org.hamsafar.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.Translation;
import org.hamsafar.language.LanguageTag;

/** Makes passages of entries: one for each text, one for each text as typed in Latin letters. */
public final class Passages {
  private Passages() {}

  /**
   * All passages of {@code knowledge}, always in the same order: the index on disk is known again
   * by their digest, and immutable maps have another order in every process.
   */
  public static List<Passage> of(Knowledge knowledge) {
    List<Passage> passages = new ArrayList<>();
    knowledge.entries().values().forEach(entry -> add(entry, passages));
    passages.sort(Comparator.comparing(Passage::entry).thenComparing(Passage::language));
    return passages;
  }

  private static void add(Entry entry, List<Passage> passages) {
    for (Translation text : entry.texts().values()) {
      passages.add(passage(entry, text, text.language(), text.questions()));
      if (text.language().equals(LanguageTag.DARI)) {
        passages.add(romanised(entry, text, LanguageTag.DARI_LATIN));
      } else if (text.language().equals(LanguageTag.PASHTO)) {
        passages.add(romanised(entry, text, LanguageTag.PASHTO_LATIN));
      }
    }
    entry
        .alsoAsked()
        .forEach((tag, questions) -> {
          if (!entry.texts().containsKey(tag)) {
            passages.add(new Passage(entry.id(), entry.country(), tag, "", questions, "", ""));
          }
        });
  }

  private static Passage romanised(Entry entry, Translation text, LanguageTag tag) {
    List<String> questions = new ArrayList<>(text.romanised());
    questions.addAll(text.questions());
    return passage(entry, text, tag, questions);
  }

  private static Passage passage(
      Entry entry, Translation text, LanguageTag tag, List<String> questions) {
    return new Passage(
        entry.id(),
        entry.country(),
        tag,
        text.title(),
        questions,
        text.body().shortAnswer().plain(),
        text.body().plain());
  }
}
