package org.hamsafar.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.Passage;
import org.hamsafar.retrieval.Passages;

/**
 * The guidance made smaller or larger: fewer entries, or further ones that are the same with every
 * third word altered. The same number of passages gives the same world each time.
 */
final class BenchWorld {
  private static final long SEED = 20261128;
  private static final int ALTERED_IN_HUNDRED = 33;
  private static final String COPY = "~";

  private final Knowledge knowledge;
  private final List<Passage> own;
  private final int size;

  private BenchWorld(Knowledge knowledge, List<Passage> own, int size) {
    this.knowledge = knowledge;
    this.own = own;
    this.size = size;
  }

  /**
   * @param size number of passages
   */
  static BenchWorld of(Knowledge guidance, int size) {
    List<Passage> own = new ArrayList<>(Passages.of(guidance));
    Collections.shuffle(own, new Random(SEED));
    SequencedMap<String, Entry> entries = new LinkedHashMap<>(guidance.entries());
    for (int i = own.size(); i < size; i++) {
      Entry entry = guidance.entries().get(own.get(i % own.size()).entry());
      if (entry != null) {
        String id = entry.id() + COPY + i / own.size();
        entries.computeIfAbsent(id, _ -> named(entry, id));
      }
    }
    return new BenchWorld(withEntries(guidance, entries), List.copyOf(own), size);
  }

  int size() {
    return size;
  }

  /** The guidance with the entries that the passages are of. */
  Knowledge knowledge() {
    return knowledge;
  }

  /** The passages, the altered ones among them. */
  List<Passage> passages() {
    Map<LanguageTag, List<String>> words = new HashMap<>();
    for (Passage passage : own) {
      List<String> known = words.computeIfAbsent(passage.language(), _ -> new ArrayList<>());
      Collections.addAll(known, passage.body().split(" ", -1));
      passage.questions().forEach(q -> Collections.addAll(known, q.split(" ", -1)));
    }
    Random random = new Random(SEED);
    List<Passage> all = new ArrayList<>(own.subList(0, Math.min(size, own.size())));
    for (int i = own.size(); i < size; i++) {
      Passage passage = own.get(i % own.size());
      all.add(
          altered(
              passage,
              i / own.size(),
              words.getOrDefault(passage.language(), List.of("x")),
              random));
    }
    return all;
  }

  private static Passage altered(Passage p, int copy, List<String> words, Random random) {
    return new Passage(
        p.entry() + COPY + copy,
        p.country(),
        p.language(),
        altered(p.title(), words, random),
        p.questions().stream().map(q -> altered(q, words, random)).toList(),
        altered(p.shortAnswer(), words, random),
        altered(p.body(), words, random));
  }

  private static String altered(String text, List<String> words, Random random) {
    String[] own = text.split(" ", -1);
    for (int i = 0; i < own.length; i++) {
      if (random.nextInt(100) < ALTERED_IN_HUNDRED) {
        own[i] = words.get(random.nextInt(words.size()));
      }
    }
    return String.join(" ", own);
  }

  private static Entry named(Entry entry, String id) {
    return new Entry(
        id,
        entry.country(),
        entry.topics(),
        entry.status(),
        entry.importance(),
        entry.risk(),
        entry.kind(),
        entry.subject(),
        entry.matter(),
        entry.reviewBy(),
        entry.sources(),
        entry.related(),
        entry.reviewers(),
        entry.alsoAsked(),
        entry.texts(),
        entry.voices());
  }

  private static Knowledge withEntries(Knowledge k, SequencedMap<String, Entry> entries) {
    return new Knowledge(
        k.languages(),
        k.countries(),
        k.topics(),
        entries,
        k.plans(),
        k.concepts(),
        k.offTopic(),
        k.dangerPhrases(),
        k.dangerExamples(),
        k.messages(),
        k.told(),
        k.points(),
        k.seeds(),
        k.tests());
  }
}
