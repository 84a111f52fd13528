package org.hamsafar.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;

/**
 * Groups of terms as a query. The alternatives of a group are counted as one word: probabilistic
 * structured queries (Darwish and Oard, 2003) over BM25.
 */
final class GroupQuery {
  private static final int MOST_LETTERS = 48;
  private static final int MOST_SOUNDS = 32;

  private final Vocabulary vocabulary;

  GroupQuery(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Empty if no passage has any of the terms. */
  Optional<Query> of(List<TermGroup> groups) {
    Map<TermGroup.Place, List<TermGroup>> byPlace = new EnumMap<>(TermGroup.Place.class);
    groups.forEach(g -> byPlace.computeIfAbsent(g.place(), _ -> new ArrayList<>()).add(g));
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    byPlace.forEach((place, all) -> {
      for (TermGroup group : telling(place, all)) {
        switch (place) {
          case WORDS -> {
            add(query, Fields.QUESTIONS, group, Fields.QUESTIONS_WEIGHT);
            add(query, Fields.BODY, group, 1);
          }
          case LETTERS -> add(query, Fields.LETTERS, group, 1);
          case SOUNDS -> add(query, Fields.SOUNDS, group, 1);
        }
      }
    });
    BooleanQuery built = query.build();
    return built.clauses().isEmpty() ? Optional.empty() : Optional.of(built);
  }

  /** Of too many groups those that weigh most and are seldomest. */
  private List<TermGroup> telling(TermGroup.Place place, List<TermGroup> all) {
    int most = most(place);
    if (all.size() <= most) {
      return all;
    }
    String field = field(place);
    return all.stream()
        .map(group -> new Worth(group, group.weight() * vocabulary.rarity(field, group)))
        .sorted(Comparator.comparingDouble(Worth::worth).reversed())
        .limit(most)
        .map(Worth::group)
        .toList();
  }

  private record Worth(TermGroup group, double worth) {}

  private static String field(TermGroup.Place place) {
    return switch (place) {
      case WORDS -> Fields.ALL;
      case LETTERS -> Fields.LETTERS;
      case SOUNDS -> Fields.SOUNDS;
    };
  }

  private static int most(TermGroup.Place place) {
    return switch (place) {
      case WORDS -> PassageIndex.MAX_TERMS;
      case LETTERS -> MOST_LETTERS;
      case SOUNDS -> MOST_SOUNDS;
    };
  }

  private void add(BooleanQuery.Builder query, String field, TermGroup group, float boost) {
    anyOf(field, group.alternatives())
        .ifPresent(any ->
            query.add(new BoostQuery(any, boost * group.weight()), BooleanClause.Occur.SHOULD));
  }

  private Optional<Query> anyOf(String field, Map<String, Float> terms) {
    if (terms.size() == 1) {
      return vocabulary.query(new Term(field, terms.keySet().iterator().next())).map(q -> q);
    }
    SynonymQuery.Builder any = new SynonymQuery.Builder(field);
    terms.forEach((term, probability) ->
        any.addTerm(new Term(field, term), Math.clamp(probability, 0.001f, 1f)));
    return Optional.of(any.build());
  }
}
