package org.hamsafar.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.hamsafar.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/** An open index: finds candidate passages for weighted terms. Safe for use by many threads. */
public final class PassageIndex implements AutoCloseable {
  /** More words of a question than these are not looked up. */
  public static final int MAX_TERMS = 32;

  private final DirectoryReader reader;
  private final LeafReaderContext leaf;
  private final IndexSearcher searcher;
  private final Vocabulary vocabulary;
  private final KeptTranslations translations;
  private final GroupQuery queries;
  private final PassageTable table;
  private final Optional<VectorIndex> vectors;

  /**
   * @param vectors of the same passages
   */
  PassageIndex(DirectoryReader reader, KeptTranslations translations, Optional<VectorIndex> vectors)
      throws IOException {
    if (reader.leaves().size() != 1) {
      throw new IOException("an index has one segment");
    }
    this.reader = reader;
    this.leaf = reader.leaves().getFirst();
    this.translations = translations;
    this.searcher = new IndexSearcher(reader);
    this.searcher.setQueryCache(null);
    this.vocabulary = new Vocabulary(searcher);
    this.queries = new GroupQuery(vocabulary);
    this.table = new PassageTable(leaf.reader());
    this.vectors = vectors;
  }

  /** The words that the index knows. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** What terms mean in other languages, as learned when the index was built. */
  public TranslationTable translations() {
    return translations;
  }

  /** How many passages there are. */
  public int size() {
    return reader.numDocs() - IndexBuilder.FURTHER_DOCUMENTS;
  }

  /**
   * The best passages for groups of terms; of each place the groups that weigh most are looked up.
   *
   * @param countries only passages of these countries; empty for all
   * @param languages only passages in these languages; empty for all
   */
  public List<Candidate> search(
      List<TermGroup> groups, Set<String> countries, Set<LanguageTag> languages, int limit) {
    try {
      Optional<Query> query = queries.of(groups);
      return query.isEmpty()
          ? List.of()
          : candidates(best(query.get(), countries, languages, limit));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ScoreDoc[] best(Query query, Set<String> countries, Set<LanguageTag> languages, int limit)
      throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.TOP_SCORES, 1);
    @Nullable BulkScorer scorer = weight.bulkScorer(leaf);
    if (scorer == null) {
      return new ScoreDoc[0];
    }
    // Hits are not counted: those that cannot be among the best are left out early.
    TopScoreDocCollector collector =
        new TopScoreDocCollectorManager(limit, null, limit).newCollector();
    LeafCollector collecting = collector.getLeafCollector(leaf);
    PassageTable.Choice wanted = table.which(countries, languages);
    for (PassageTable.Range range : wanted.ranges()) {
      scorer.score(collecting, wanted.passages(), range.from(), range.to());
    }
    return collector.topDocs().scoreDocs;
  }

  /** Signatures are read in the order of the passages, as Lucene wants it. */
  private List<Candidate> candidates(ScoreDoc[] hits) throws IOException {
    ScoreDoc[] inOrder = hits.clone();
    Arrays.sort(inOrder, Comparator.comparingInt(hit -> hit.doc));
    List<Candidate> candidates = new ArrayList<>(hits.length);
    BinaryDocValues signatures = signatures();
    for (ScoreDoc hit : inOrder) {
      candidates.add(
          new Candidate(
              table.entry(hit.doc),
              table.country(hit.doc),
              table.language(hit.doc),
              hit.score,
              signature(signatures, hit.doc)));
    }
    candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return candidates;
  }

  /**
   * The entries that are asked in ways that mean the same, the nearest first; none without a model.
   *
   * @param language of the question
   * @param countries only entries of these countries; empty for all
   */
  public List<Neighbour> nearest(LanguageTag language, String text, Set<String> countries) {
    List<Neighbour> nearest = new ArrayList<>();
    try {
      for (VectorIndex.Way way : ways(language, text, countries)) {
        for (int doc : table.passages(way.entry(), Set.of(way.language()))) {
          Candidate candidate =
              new Candidate(
                  way.entry(), table.country(doc), way.language(), 0, signature(signatures(), doc));
          nearest.add(new Neighbour(candidate, way.likeness()));
        }
      }
      return nearest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<VectorIndex.Way> ways(LanguageTag language, String text, Set<String> countries) {
    return vectors.map(v -> v.nearest(language, text, countries)).orElse(List.of());
  }

  /** The passages of some entries in some languages, by entry. */
  public Map<String, List<Signature>> signatures(
      Collection<String> entries, Set<LanguageTag> languages) {
    SortedMap<Integer, String> passages = new TreeMap<>();
    for (String entry : entries) {
      for (int doc : table.passages(entry, languages)) {
        passages.put(doc, entry);
      }
    }
    try {
      Map<String, List<Signature>> found = new HashMap<>();
      BinaryDocValues signatures = signatures();
      for (Map.Entry<Integer, String> passage : passages.entrySet()) {
        found
            .computeIfAbsent(passage.getValue(), _ -> new ArrayList<>())
            .add(signature(signatures, passage.getKey()));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BinaryDocValues signatures() throws IOException {
    @Nullable BinaryDocValues values = leaf.reader().getBinaryDocValues(Fields.SIGNATURE);
    if (values == null) {
      throw new IOException("an index has signatures");
    }
    return values;
  }

  private static Signature signature(BinaryDocValues signatures, int doc) throws IOException {
    if (!signatures.advanceExact(doc)) {
      throw new IOException("a passage has a signature");
    }
    return Signature.decode(signatures.binaryValue());
  }

  @Override
  public void close() {
    try (translations) {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      vectors.ifPresent(VectorIndex::close);
    }
  }
}
