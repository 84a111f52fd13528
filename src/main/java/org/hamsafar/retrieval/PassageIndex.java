package org.hamsafar.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.hamsafar.language.LanguageTag;

/** An open index: finds candidate passages for weighted terms. Safe for use by many threads. */
public final class PassageIndex implements AutoCloseable {
  /** More words of a question than these are not looked up. */
  public static final int MAX_TERMS = 32;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Vocabulary vocabulary;
  private final TranslationTable translations;

  PassageIndex(DirectoryReader reader, TranslationTable translations) {
    this.reader = reader;
    this.translations = translations;
    this.searcher = new IndexSearcher(reader);
    this.searcher.setQueryCache(null);
    this.vocabulary = new Vocabulary(reader);
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
   * The best passages that share terms with a question.
   *
   * @param terms weights above 0 by term
   * @param countries only passages of these countries; empty for all
   * @param languages only passages in these languages; empty for all
   */
  public List<Candidate> search(
      Map<String, Float> terms,
      Collection<String> countries,
      Collection<LanguageTag> languages,
      int limit) {
    List<TermGroup> groups = new ArrayList<>();
    terms.forEach((term, weight) -> groups.add(TermGroup.of(TermGroup.Place.WORDS, term, weight)));
    return search(groups, countries, languages, limit);
  }

  /**
   * The best passages for groups of terms; of each place the groups that weigh most are looked up.
   *
   * @param countries only passages of these countries; empty for all
   * @param languages only passages in these languages; empty for all
   */
  public List<Candidate> search(
      List<TermGroup> groups,
      Collection<String> countries,
      Collection<LanguageTag> languages,
      int limit) {
    BooleanQuery.Builder query = GroupQuery.of(groups);
    if (!countries.isEmpty()) {
      query.add(oneOf(Fields.COUNTRY, countries), BooleanClause.Occur.FILTER);
    }
    if (!languages.isEmpty()) {
      query.add(
          oneOf(Fields.LANGUAGE, languages.stream().map(LanguageTag::value).toList()),
          BooleanClause.Occur.FILTER);
    }
    query.setMinimumNumberShouldMatch(1);
    try {
      return candidates(searcher.search(query.build(), limit).scoreDocs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query oneOf(String field, Collection<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }

  private List<Candidate> candidates(ScoreDoc[] hits) throws IOException {
    List<Candidate> candidates = new ArrayList<>(hits.length);
    for (ScoreDoc hit : hits) {
      candidates.add(candidate(hit.doc, hit.score));
    }
    return candidates;
  }

  private Candidate candidate(int doc, float score) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    int local = doc - leaf.docBase;
    return new Candidate(
        text(leaf, Fields.ENTRY, local),
        text(leaf, Fields.COUNTRY, local),
        new LanguageTag(text(leaf, Fields.LANGUAGE, local)),
        score,
        Signature.decode(value(leaf, Fields.SIGNATURE, local)));
  }

  private static String text(LeafReaderContext leaf, String field, int doc) throws IOException {
    return value(leaf, field, doc).utf8ToString();
  }

  private static BytesRef value(LeafReaderContext leaf, String field, int doc) throws IOException {
    BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
    if (values == null || !values.advanceExact(doc)) {
      throw new IllegalStateException("index without " + field);
    }
    return values.binaryValue();
  }

  /** The passage of one entry in one language, if there is one. */
  public Optional<Candidate> passage(String entry, Set<LanguageTag> languages) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(new TermQuery(new Term(Fields.ENTRY, entry)), BooleanClause.Occur.FILTER);
    query.add(
        oneOf(Fields.LANGUAGE, languages.stream().map(LanguageTag::value).toList()),
        BooleanClause.Occur.FILTER);
    try {
      return candidates(searcher.search(query.build(), 1).scoreDocs).stream().findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
