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
  private static final int MOST_LETTERS = 64;
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
      all.sort(Comparator.comparingDouble(TermGroup::weight).reversed());
      for (TermGroup group : all.subList(0, Math.min(most(place), all.size()))) {
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
