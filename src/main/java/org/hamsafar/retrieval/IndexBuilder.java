package org.hamsafar.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

  /** Documents that are made side by side before they are written one after the other. */
  private static final int AT_ONCE = 128;

  private final Analyzers analyzers;
  private final ConceptPhrases concepts;
  private final TermNumbers numbers = new TermNumbers();

  IndexBuilder(Analyzers analyzers, ConceptPhrases concepts) {
    this.analyzers = analyzers;
    this.concepts = concepts;
  }

  void build(Directory directory, List<Passage> all) {
    // Country by country: a search of one country then leaves the others out at a stride.
    List<Passage> passages = all.stream().sorted(Comparator.comparing(Passage::country)).toList();
    Map<LanguageTag, Map<String, List<String>>> phrases = PassageReader.phrases(passages, concepts);
    PassageReader reader = new PassageReader(analyzers, numbers, phrases);
    List<PassageReader.Read> read = passages.parallelStream().map(reader::read).toList();
    TermCounts counts = new TermCounts(numbers, new FunctionTerms(analyzers));
    read.forEach(counts::add);
    IndexWriterConfig config =
        new IndexWriterConfig().setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(64);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int from = 0; from < read.size(); from += AT_ONCE) {
        List<PassageReader.Read> some = read.subList(from, Math.min(read.size(), from + AT_ONCE));
        writer.addDocuments(some.parallelStream().map(r -> document(r, counts)).toList());
      }
      writer.addDocument(document(phrases));
      writer.forceMerge(1);
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Document document(PassageReader.Read read, TermCounts counts) {
    Passage passage = read.passage;
    Document document = new Document();
    addKey(document, Fields.ENTRY, passage.entry());
    addKey(document, Fields.COUNTRY, passage.country());
    addKey(document, Fields.LANGUAGE, passage.language().value());
    document.add(new BinaryDocValuesField(Fields.SIGNATURE, signature(read, counts)));
    document.add(new Field(Fields.QUESTIONS, numbers.stream(read.asked), SCORED));
    document.add(new Field(Fields.BODY, numbers.stream(read.told), SCORED));
    document.add(new Field(Fields.LETTERS, LetterRuns.stream(read.folded), SCORED));
    document.add(new Field(Fields.SOUNDS, numbers.stream(read.sounds), SCORED));
    document.add(new Field(Fields.ASKED, numbers.stream(read.named), COUNTED));
    document.add(new Field(Fields.ALL, numbers.stream(read.all), COUNTED));
    return document;
  }

  private BytesRef signature(PassageReader.Read read, TermCounts counts) {
    List<int[]> ways = new ArrayList<>();
    float[] weights = new float[read.ways.size()];
    for (int[] way : read.ways) {
      weights[ways.size()] = counts.weight(read.passage.language(), way);
      ways.add(ids(way));
    }
    return Signature.encode(ways, weights, ids(read.all));
  }

  /** Different numbers of terms, the same in every index. */
  private int[] ids(int[] terms) {
    return Arrays.stream(terms).map(t -> Signature.id(numbers.term(t))).distinct().toArray();
  }

  /** One document that no search finds holds the phrases of all concepts. */
  private Document document(Map<LanguageTag, Map<String, List<String>>> phrases) {
    IntStream.Builder all = IntStream.builder();
    phrases.forEach((tag, known) ->
        known.forEach((phrase, ids) ->
            ids.forEach(id -> all.add(numbers.of(Fields.conceptPhrase(tag, phrase, id))))));
    Document document = new Document();
    document.add(
        new Field(Fields.CONCEPT, numbers.stream(all.build().distinct().toArray()), COUNTED));
    // Where every document has a field, the lengths of its texts are read several times as fast.
    for (String field : List.of(Fields.QUESTIONS, Fields.BODY, Fields.LETTERS, Fields.SOUNDS)) {
      document.add(new Field(field, numbers.stream(new int[0]), SCORED));
    }
    return document;
  }

  private static void addKey(Document document, String field, String value) {
    document.add(new StringField(field, value, Field.Store.NO));
    document.add(new SortedDocValuesField(field, new BytesRef(value)));
  }
}
