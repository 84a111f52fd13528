package org.hamsafar.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hamsafar.knowledge.Body;
import org.hamsafar.knowledge.Concept;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.Translation;
import org.hamsafar.language.LanguageTag;

/**
 * Texts that say the same in several languages.
 *
 * @param segments sentences, paragraphs or words: what each language says
 */
public record ParallelText(List<Map<LanguageTag, String>> segments) {
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?؟۔:;؛])\\s+");

  public static final ParallelText NONE = new ParallelText(List.of());

  public ParallelText {
    segments = List.copyOf(segments);
  }

  /** This text and another one. */
  public ParallelText and(ParallelText other) {
    List<Map<LanguageTag, String>> all = new ArrayList<>(segments);
    all.addAll(other.segments);
    return new ParallelText(all);
  }

  /**
   * What the guidance itself says in several languages: titles, paragraphs and list items of
   * entries, and the words of concepts. Always in the same order.
   */
  public static ParallelText of(Knowledge knowledge, List<Concept> concepts) {
    List<Map<LanguageTag, String>> segments = new ArrayList<>();
    knowledge.entries().values().stream()
        .sorted(Comparator.comparing(Entry::id))
        .forEach(entry -> add(entry, segments));
    concepts.forEach(concept -> add(concept, segments));
    knowledge.topics().values().forEach(topic -> segments.add(topic.names()));
    knowledge.countries().values().forEach(country -> segments.add(country.names()));
    return new ParallelText(segments);
  }

  private static void add(Entry entry, List<Map<LanguageTag, String>> segments) {
    Map<LanguageTag, String> titles = new LinkedHashMap<>();
    entry.texts().forEach((tag, text) -> titles.put(tag, text.title()));
    segments.add(titles);
    Translation source = entry.texts().get(LanguageTag.ENGLISH);
    if (source == null) {
      return;
    }
    List<String> english = pieces(source.body());
    Map<LanguageTag, List<String>> others = new LinkedHashMap<>();
    entry
        .texts()
        .forEach((tag, text) -> {
          List<String> pieces = pieces(text.body());
          if (pieces.size() == english.size()) {
            others.put(tag, pieces);
          }
        });
    for (int i = 0; i < english.size(); i++) {
      Map<LanguageTag, String> segment = new LinkedHashMap<>();
      int piece = i;
      others.forEach((tag, pieces) -> segment.put(tag, pieces.get(piece)));
      segments.addAll(sentences(segment));
    }
  }

  private static List<String> pieces(Body body) {
    return body.blocks().stream().flatMap(block -> block.plain().lines()).toList();
  }

  /** Sentence by sentence, if every language says it in as many. */
  private static List<Map<LanguageTag, String>> sentences(Map<LanguageTag, String> segment) {
    Map<LanguageTag, List<String>> split = new LinkedHashMap<>();
    segment.forEach((tag, said) -> split.put(tag, SENTENCE_END.splitAsStream(said).toList()));
    List<Integer> counts = split.values().stream().map(List::size).distinct().toList();
    if (counts.size() != 1) {
      return List.of(segment);
    }
    return IntStream.range(0, counts.getFirst()).mapToObj(i -> nth(split, i)).toList();
  }

  private static Map<LanguageTag, String> nth(Map<LanguageTag, List<String>> split, int i) {
    Map<LanguageTag, String> nth = new LinkedHashMap<>();
    split.forEach((tag, sentences) -> nth.put(tag, sentences.get(i)));
    return nth;
  }

  /** Each language's n-th word beside the others': the first ones are the most usual. */
  private static void add(Concept concept, List<Map<LanguageTag, String>> segments) {
    int most = concept.words().values().stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < most; i++) {
      Map<LanguageTag, String> segment = new LinkedHashMap<>();
      for (Map.Entry<LanguageTag, List<String>> words : concept.words().entrySet()) {
        if (!words.getValue().isEmpty()) {
          segment.put(words.getKey(), words.getValue().get(i % words.getValue().size()));
        }
      }
      segments.add(segment);
    }
  }
}
