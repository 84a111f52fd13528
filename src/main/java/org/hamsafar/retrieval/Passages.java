package org.hamsafar.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.OffTopic;
import org.hamsafar.knowledge.Translation;
import org.hamsafar.language.LanguageTag;

/**
 * Makes passages of entries: one for each text, one for each text as typed in Latin letters, one
 * for each further language that it is asked in. What the bot does not speak about is a passage
 * too: a question that is nearest to it has no answer.
 */
public final class Passages {
  private Passages() {}

  /**
   * All passages of {@code knowledge}, always in the same order: the index on disk is known again
   * by their digest, and immutable maps have another order in every process.
   */
  public static List<Passage> of(Knowledge knowledge) {
    List<Passage> passages = new ArrayList<>();
    knowledge.entries().values().forEach(entry -> add(entry, passages));
    knowledge.offTopic().values().forEach(matter -> add(matter, passages));
    passages.sort(Comparator.comparing(Passage::entry).thenComparing(Passage::language));
    return passages;
  }

  private static void add(Entry entry, List<Passage> passages) {
    asked(entry)
        .forEach(
            (tag, questions) -> passages.add(passage(entry, text(entry, tag), tag, questions)));
  }

  private static void add(OffTopic matter, List<Passage> passages) {
    matter
        .asked()
        .forEach((tag, questions) ->
            passages.add(new Passage(matter.id(), Country.ANY, tag, "", questions, "", "")));
  }

  /**
   * Every way of asking, by language; in Latin letters Dari and Pashto are asked in both scripts.
   */
  private static SortedMap<LanguageTag, List<String>> asked(Entry entry) {
    SortedMap<LanguageTag, List<String>> asked = new TreeMap<>();
    for (Translation text : entry.texts().values()) {
      put(asked, text.language(), text.questions());
      latin(text.language()).ifPresent(tag -> put(asked, tag, text.romanised()));
    }
    entry.alsoAsked().forEach((tag, questions) -> put(asked, tag, questions));
    for (LanguageTag tag : List.of(LanguageTag.DARI, LanguageTag.PASHTO)) {
      latin(tag).ifPresent(l -> put(asked, l, asked.getOrDefault(tag, List.of())));
    }
    return asked;
  }

  private static void put(
      Map<LanguageTag, List<String>> asked, LanguageTag tag, List<String> questions) {
    if (!questions.isEmpty()) {
      asked.computeIfAbsent(tag, _ -> new ArrayList<>()).addAll(questions);
    }
  }

  private static Optional<LanguageTag> latin(LanguageTag tag) {
    if (tag.equals(LanguageTag.DARI)) {
      return Optional.of(LanguageTag.DARI_LATIN);
    }
    return tag.equals(LanguageTag.PASHTO)
        ? Optional.of(LanguageTag.PASHTO_LATIN)
        : Optional.empty();
  }

  private static Optional<Translation> text(Entry entry, LanguageTag tag) {
    return Optional.ofNullable(entry.texts().get(tag.replyTag()));
  }

  private static Passage passage(
      Entry entry, Optional<Translation> text, LanguageTag tag, List<String> questions) {
    return new Passage(
        entry.id(),
        entry.country(),
        tag,
        text.map(Translation::title).orElse(""),
        questions,
        text.map(t -> t.body().shortAnswer().plain()).orElse(""),
        text.map(t -> t.body().plain()).orElse(""));
  }
}
