package org.hamsafar.retrieval;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * Groups of terms as a query. The alternatives of a group are counted as one word: probabilistic
 * structured queries (Darwish and Oard, 2003) over BM25.
 */
final class GroupQuery {
  private static final int MOST_LETTERS = 64;
  private static final int MOST_SOUNDS = 32;

  private GroupQuery() {}

  static BooleanQuery.Builder of(List<TermGroup> groups) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (TermGroup.Place place : TermGroup.Place.values()) {
      groups.stream()
          .filter(group -> group.place() == place)
          .sorted(Comparator.comparingDouble(TermGroup::weight).reversed())
          .limit(most(place))
          .forEach(group -> add(query, group));
    }
    return query;
  }

  private static int most(TermGroup.Place place) {
    return switch (place) {
      case WORDS -> PassageIndex.MAX_TERMS;
      case LETTERS -> MOST_LETTERS;
      case SOUNDS -> MOST_SOUNDS;
    };
  }

  private static void add(BooleanQuery.Builder query, TermGroup group) {
    switch (group.place()) {
      case WORDS -> Fields.WEIGHTS.forEach((field, boost) -> add(query, field, group, boost));
      case LETTERS -> add(query, Fields.LETTERS, group, 1);
      case SOUNDS -> add(query, Fields.SOUNDS, group, 1);
    }
  }

  private static void add(BooleanQuery.Builder query, String field, TermGroup group, float boost) {
    query.add(
        new BoostQuery(anyOf(field, group.alternatives()), boost * group.weight()),
        BooleanClause.Occur.SHOULD);
  }

  private static Query anyOf(String field, Map<String, Float> terms) {
    if (terms.size() == 1) {
      return new TermQuery(new Term(field, terms.keySet().iterator().next()));
    }
    SynonymQuery.Builder any = new SynonymQuery.Builder(field);
    terms.forEach((term, probability) ->
        any.addTerm(new Term(field, term), Math.clamp(probability, 0.001f, 1f)));
    return any.build();
  }
}
