package org.hamsafar.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.hamsafar.language.LanguageTag;

/** Writes passages into a directory. */
final class IndexBuilder {
  /** Documents that are no passages. */
  static final int FURTHER_DOCUMENTS = 1;

  private static final FieldType SCORED = new FieldType();
  private static final FieldType COUNTED = new FieldType();

  static {
    SCORED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    SCORED.freeze();
    COUNTED.setIndexOptions(IndexOptions.DOCS);
    COUNTED.setOmitNorms(true);
    COUNTED.freeze();
  }

  private final Analyzers analyzers;
  private final ConceptPhrases concepts;

  IndexBuilder(Analyzers analyzers, ConceptPhrases concepts) {
    this.analyzers = analyzers;
    this.concepts = concepts;
  }

  void build(Directory directory, List<Passage> passages) {
    Map<LanguageTag, Map<String, List<String>>> phrases = PassageReader.phrases(passages, concepts);
    PassageReader reader = new PassageReader(analyzers, phrases);
    List<PassageReader.Read> read = passages.parallelStream().map(reader::read).toList();
    Counts counts = new Counts(new FunctionTerms(analyzers));
    read.forEach(counts::add);
    IndexWriterConfig config =
        new IndexWriterConfig().setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(64);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Document passage : read.parallelStream().map(r -> document(r, counts)).toList()) {
        writer.addDocument(passage);
      }
      writer.addDocument(document(phrases));
      writer.forceMerge(1);
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In how many passages each term is asked and written, so that ways of asking can be weighed. */
  private static final class Counts {
    private final Map<String, int[]> byTerm = new HashMap<>();
    private final Map<LanguageTag, Integer> passages = new HashMap<>();
    private final FunctionTerms functionTerms;

    Counts(FunctionTerms functionTerms) {
      this.functionTerms = functionTerms;
    }

    void add(PassageReader.Read read) {
      passages.merge(read.passage().language(), 1, Integer::sum);
      read.named().forEach(term -> byTerm.computeIfAbsent(term, _ -> new int[2])[0]++);
      read.all().forEach(term -> byTerm.computeIfAbsent(term, _ -> new int[2])[1]++);
    }

    float weight(LanguageTag language, Set<String> terms) {
      Set<String> function = functionTerms.of(language);
      int all = passages.getOrDefault(language, 1);
      double sum = 0;
      for (String term : terms) {
        int[] count = byTerm.getOrDefault(term, new int[2]);
        sum += TermWeights.weigh(count[0], count[1], all, function.contains(term));
      }
      return (float) sum;
    }
  }

  private static Document document(PassageReader.Read read, Counts counts) {
    Passage passage = read.passage();
    LanguageTag tag = passage.language();
    Document document = new Document();
    addKey(document, Fields.ENTRY, passage.entry());
    addKey(document, Fields.COUNTRY, passage.country());
    addKey(document, Fields.LANGUAGE, tag.value());
    document.add(new BinaryDocValuesField(Fields.SIGNATURE, signature(read, counts)));
    document.add(terms(Fields.QUESTIONS, read.asked(), SCORED));
    document.add(terms(Fields.BODY, read.body(), SCORED));
    document.add(terms(Fields.LETTERS, read.letters(), SCORED));
    document.add(terms(Fields.SOUNDS, read.sounds(), SCORED));
    document.add(terms(Fields.ASKED, read.named(), COUNTED));
    document.add(terms(Fields.ALL, read.all(), COUNTED));
    return document;
  }

  private static BytesRef signature(PassageReader.Read read, Counts counts) {
    List<int[]> ways = new ArrayList<>();
    float[] weights = new float[read.ways().size()];
    for (Set<String> way : read.ways()) {
      weights[ways.size()] = counts.weight(read.passage().language(), way);
      ways.add(Signature.ids(way));
    }
    return Signature.encode(ways, weights, Signature.ids(read.all()));
  }

  /** One document that no search finds holds the phrases of all concepts. */
  private static Document document(Map<LanguageTag, Map<String, List<String>>> phrases) {
    List<String> all = new ArrayList<>();
    new TreeMap<>(phrases)
        .forEach((tag, known) ->
            known.forEach((phrase, ids) ->
                ids.forEach(id -> all.add(Fields.conceptPhrase(tag, phrase) + id))));
    Document document = new Document();
    document.add(terms(Fields.CONCEPT, all, COUNTED));
    return document;
  }

  private static void addKey(Document document, String field, String value) {
    document.add(new StringField(field, value, Field.Store.NO));
    document.add(new SortedDocValuesField(field, new BytesRef(value)));
  }

  private static Field terms(String name, Collection<String> terms, FieldType type) {
    return new Field(name, new TermList(terms), type);
  }

  /** Terms that have been analysed already, as Lucene takes them. */
  private static final class TermList extends TokenStream {
    private final CharTermAttribute attribute = addAttribute(CharTermAttribute.class);
    private final Collection<String> terms;
    private java.util.Iterator<String> left = java.util.Collections.emptyIterator();

    TermList(Collection<String> terms) {
      this.terms = terms;
    }

    @Override
    public boolean incrementToken() {
      if (!left.hasNext()) {
        return false;
      }
      clearAttributes();
      attribute.append(left.next());
      return true;
    }

    @Override
    public void reset() {
      left = terms.iterator();
    }
  }
}
