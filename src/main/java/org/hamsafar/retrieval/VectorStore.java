package org.hamsafar.retrieval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the vectors of the present knowledge on disk, in an index of their own: the other one is
 * the same with and without a model.
 *
 * <p>The folder's name is the fingerprint of the knowledge and of the model. When only the
 * knowledge has changed, texts that are as before keep their vectors.
 */
public final class VectorStore {
  private static final Logger log = LoggerFactory.getLogger(VectorStore.class);

  /** Enough for everything at once: joining parts would make their graphs anew. */
  private static final int BUFFER_MB = 1024;

  private final Path folder;
  private final Embedder embedder;

  /** A way of asking, under the first language that asks so. */
  private record Way(Passage passage, String text) {
    BytesRef country() {
      return new BytesRef(passage.country());
    }
  }

  /**
   * @param folder where vectors are kept; made if missing
   */
  public VectorStore(Path folder, Embedder embedder) {
    this.folder = folder;
    this.embedder = embedder;
  }

  VectorIndex open(String fingerprint, Supplier<List<Passage>> passages) {
    return new IndexFolder<>(folder, (_, reader) -> new VectorIndex(reader, embedder))
        .open(
            fingerprint + "-" + embedder.fingerprint(),
            directory -> write(directory, ways(passages.get())));
  }

  private List<Way> ways(List<Passage> passages) {
    List<Way> ways = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Passage passage : passages) {
      if (embedder.knows(passage.language())) {
        List<String> texts = new ArrayList<>(passage.questions());
        texts.add(passage.title());
        texts.stream()
            .filter(text -> !text.isBlank() && seen.add(passage.entry() + '\n' + text))
            .forEach(text -> ways.add(new Way(passage, text)));
      }
    }
    return ways;
  }

  private void write(Directory directory, List<Way> ways) throws IOException {
    Map<Long, float[]> known = KnownVectors.read(folder, embedder.fingerprint());
    log.info("vectors_building texts={} known={}", ways.size(), known.size());
    IndexWriterConfig config =
        new IndexWriterConfig().setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(BUFFER_MB);
    List<Document> documents = ways.parallelStream().map(w -> document(w, known)).toList();
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Document document : documents) {
        writer.addDocument(document);
      }
      writer.forceMerge(1);
      writer.commit();
    }
  }

  private Document document(Way way, Map<Long, float[]> known) {
    long key = key(way.text());
    float[] vector = known.get(key);
    Document document = new Document();
    document.add(new SortedDocValuesField(Fields.ENTRY, new BytesRef(way.passage().entry())));
    document.add(new StringField(Fields.COUNTRY, way.country(), Field.Store.NO));
    document.add(new SortedDocValuesField(Fields.COUNTRY, way.country()));
    document.add(
        new SortedDocValuesField(Fields.LANGUAGE, new BytesRef(way.passage().language().value())));
    document.add(new NumericDocValuesField(Fields.TEXT, key));
    document.add(
        new KnnFloatVectorField(
            Fields.VECTOR,
            vector != null ? vector : embedder.passage(way.text()),
            VectorSimilarityFunction.DOT_PRODUCT));
    return document;
  }

  private static long key(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return StringHelper.murmurhash3_x64_128(bytes, 0, bytes.length, 0)[0];
  }
}
