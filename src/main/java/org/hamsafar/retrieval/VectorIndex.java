package org.hamsafar.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.hamsafar.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/** The ways of asking as vectors, and the model that made them. Safe for use by many threads. */
final class VectorIndex implements AutoCloseable {
  /** An entry is asked in many ways: the nearest of these belong to about a third as many. */
  private static final int MOST_WAYS = 120;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final PassageTable table;
  private final Embedder embedder;

  /** The nearest way of asking for an entry. */
  record Way(String entry, LanguageTag language, float likeness) {}

  VectorIndex(DirectoryReader reader, Embedder embedder) throws IOException {
    if (reader.leaves().size() != 1) {
      throw new IOException("an index has one segment");
    }
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.searcher.setQueryCache(null);
    this.table = new PassageTable(reader.leaves().getFirst().reader());
    this.embedder = embedder;
  }

  /**
   * The nearest way of asking for each of the nearest entries, the best first.
   *
   * @param language of the question; none are found if the model does not know it
   * @param countries only entries of these; empty for all
   */
  List<Way> nearest(LanguageTag language, String text, Set<String> countries) {
    if (!embedder.knows(language) || text.isBlank()) {
      return List.of();
    }
    Query query =
        new KnnFloatVectorQuery(
            Fields.VECTOR, embedder.question(text), MOST_WAYS, filter(countries));
    try {
      Map<String, Way> byEntry = new LinkedHashMap<>();
      for (ScoreDoc hit : searcher.search(query, MOST_WAYS).scoreDocs) {
        String entry = table.entry(hit.doc);
        byEntry.putIfAbsent(entry, new Way(entry, table.language(hit.doc), 2 * hit.score - 1));
      }
      return List.copyOf(byEntry.values());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Query filter(Set<String> countries) {
    if (countries.isEmpty()) {
      return null;
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    countries.forEach(country ->
        any.add(new TermQuery(new Term(Fields.COUNTRY, country)), BooleanClause.Occur.SHOULD));
    return any.build();
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      embedder.close();
    }
  }
}
