package org.hamsafar.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.Translation;
import org.hamsafar.language.LanguageIdentifier;
import org.hamsafar.language.LanguageSamples;
import org.hamsafar.language.LanguageTag;

/** What languages are learned from: the shipped samples and the ways of asking of the guidance. */
public final class LanguageLesson {
  /** Enough to learn a language's letters; more would be in the way of its neighbours. */
  private static final int SAMPLES_FROM_KNOWLEDGE = 400;

  private final Map<LanguageTag, List<String>> samples =
      new LinkedHashMap<>(LanguageSamples.shipped());

  private LanguageLesson() {}

  /** Learns; the same knowledge gives the same. */
  public static LanguageIdentifier learn(Knowledge knowledge) {
    LanguageLesson lesson = new LanguageLesson();
    knowledge.entries().values().forEach(lesson::add);
    lesson.samples.remove(LanguageTag.PERSIAN);
    return LanguageIdentifier.learn(lesson.samples);
  }

  private void add(Entry entry) {
    for (Translation text : entry.texts().values()) {
      add(text.language(), text.questions());
      if (text.language().equals(LanguageTag.DARI)) {
        add(LanguageTag.DARI_LATIN, text.romanised());
      } else if (text.language().equals(LanguageTag.PASHTO)) {
        add(LanguageTag.PASHTO_LATIN, text.romanised());
      }
    }
    entry.alsoAsked().forEach(this::add);
  }

  private void add(LanguageTag tag, List<String> lines) {
    List<String> known = samples.computeIfAbsent(tag, _ -> new ArrayList<>());
    if (known.size() < SAMPLES_FROM_KNOWLEDGE) {
      known.addAll(lines);
    }
  }
}
