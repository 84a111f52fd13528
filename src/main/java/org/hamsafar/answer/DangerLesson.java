package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hamsafar.answer.DangerModel.Example;
import org.hamsafar.knowledge.Danger;
import org.hamsafar.knowledge.DangerExamples;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.OffTopic;
import org.hamsafar.knowledge.Translation;
import org.hamsafar.language.LanguageTag;

/**
 * What danger is learned from: the example messages of the safety folder and, as what ordinary
 * questions look like, the guidance's own ways of asking; without the names of countries, which
 * tell nothing about danger.
 */
public final class DangerLesson {
  /**
   * Ordinary questions of one language; more would only slow the learning, but for those that sound
   * like danger.
   */
  private static final int ORDINARY = 1500;

  /** An example written for the purpose tells more than a question that merely is there. */
  private static final double WEIGHT_OF_ORDINARY = 0.5;

  private DangerLesson() {}

  public static List<Example> of(Knowledge knowledge) {
    CountryFinder countries = new CountryFinder(knowledge.countries().values());
    List<Example> lesson = new ArrayList<>();
    for (DangerExamples examples : knowledge.dangerExamples()) {
      // In the same order on every start: what is learned depends on it.
      for (Danger danger : Danger.values()) {
        examples
            .messages()
            .getOrDefault(danger, List.of())
            .forEach(m -> lesson.add(new Example(m, Optional.of(danger), 1, true)));
      }
      examples.harmless().forEach(m -> lesson.add(new Example(m, Optional.empty(), 1, true)));
    }
    if (!lesson.isEmpty()) {
      lesson.addAll(ordinary(knowledge));
    }
    return lesson.parallelStream()
        .map(e ->
            new Example(countries.find(e.message()).rest(), e.danger(), e.weight(), e.always()))
        .toList();
  }

  private static List<Example> ordinary(Knowledge knowledge) {
    List<Example> ordinary = new ArrayList<>();
    // Of what lies far from the guidance every question is needed: nothing else tells of it.
    for (OffTopic matter : knowledge.offTopic().values()) {
      if (matter.nearDanger()) {
        continue;
      }
      matter.asked().values().stream()
          .flatMap(List::stream)
          .forEach(q -> ordinary.add(new Example(q, Optional.empty(), 1, true)));
    }
    for (List<String> asked : asked(knowledge).values()) {
      Set<Integer> chosen = new HashSet<>();
      double step = Math.max(1, asked.size() / (double) ORDINARY);
      for (double at = 0; at < asked.size(); at += step) {
        chosen.add((int) at);
      }
      for (int i = 0; i < asked.size(); i++) {
        ordinary.add(
            new Example(asked.get(i), Optional.empty(), WEIGHT_OF_ORDINARY, chosen.contains(i)));
      }
    }
    return ordinary;
  }

  private static Map<LanguageTag, List<String>> asked(Knowledge knowledge) {
    Map<LanguageTag, List<String>> asked = new TreeMap<>();
    for (Entry entry : knowledge.entries().values()) {
      // Who asks about it may well be in danger: such questions do not count as ordinary.
      if (knowledge.isNearDanger(entry)) {
        continue;
      }
      for (Translation text : entry.texts().values()) {
        add(asked, text.language(), text.questions());
        add(asked, text.language(), text.romanised());
      }
      entry.alsoAsked().forEach((tag, questions) -> add(asked, tag, questions));
    }
    return asked;
  }

  private static void add(
      Map<LanguageTag, List<String>> asked, LanguageTag tag, Collection<String> questions) {
    asked.computeIfAbsent(tag, _ -> new ArrayList<>()).addAll(questions);
  }
}
