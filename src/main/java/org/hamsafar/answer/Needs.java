package org.hamsafar.answer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;

/** Finds what each part of a message needs. Safe for use by many threads. */
final class Needs {
  /** From this on a part is answered though no word of it was found in the text. */
  private static final double LIKELY = 0.4;

  /** From this on it is answered by what somebody in danger reads. */
  private static final double LIKELY_NEAR_DANGER = 0.5;

  private static final int MOST_PLACES = 500;

  private final Knowledge knowledge;
  private final MatterModel model;
  private final Map<List<String>, Map<String, Entry>> byPlaces = new ConcurrentHashMap<>();

  Needs(Knowledge knowledge, MatterModel model) {
    this.knowledge = knowledge;
    this.model = model;
  }

  /**
   * An entry that a part of a message is about.
   *
   * @param likely from 0 to 1
   */
  record Need(Entry entry, double likely) {}

  /**
   * What the parts are about, in their order. Only matters that there is something to read about
   * where the person is compete: nobody in Australia is stopped by a British rule.
   *
   * @param text without the words that name countries
   * @param here what the whole message may mean, the likeliest first
   */
  List<Need> of(String text, Whereabouts where, List<Scored> here) {
    Map<String, Entry> matters = matters(where);
    return model.parts(text, matters.keySet()).stream()
        .flatMap(part -> need(part, where.isKnown() ? matters : Map.of(), here).stream())
        .filter(
            need -> need.likely() >= LIKELY_NEAR_DANGER || !knowledge.isNearDanger(need.entry()))
        .toList();
  }

  private Optional<Need> need(
      MatterModel.Part part, Map<String, Entry> matters, List<Scored> here) {
    Optional<Entry> found =
        here.stream()
            .filter(s -> s.isAbout(part.matter()) && s.entry().kind() == Entry.Kind.GUIDANCE)
            .map(Scored::entry)
            .findFirst();
    return found.or(() -> unfound(part, matters)).map(entry -> new Need(entry, part.likely()));
  }

  private Optional<Entry> unfound(MatterModel.Part part, Map<String, Entry> matters) {
    return Optional.ofNullable(matters.get(part.matter()))
        .filter(entry -> part.likely() >= LIKELY && !knowledge.isDiscreet(entry));
  }

  /** One entry of each matter: the person's own country comes before what holds in several. */
  private Map<String, Entry> matters(Whereabouts where) {
    List<String> places = List.copyOf(where.places());
    if (byPlaces.size() > MOST_PLACES) {
      byPlaces.clear();
    }
    return byPlaces.computeIfAbsent(places, this::matters);
  }

  private Map<String, Entry> matters(List<String> places) {
    Map<String, Entry> matters = new HashMap<>();
    knowledge.entries().values().stream()
        .filter(e -> e.kind() == Entry.Kind.GUIDANCE)
        .filter(e -> places.isEmpty() || places.contains(e.country()))
        .sorted(Comparator.comparingInt(e -> places.indexOf(e.country())))
        .forEach(e -> matters.putIfAbsent(e.matter(), e));
    return Map.copyOf(matters);
  }
}
