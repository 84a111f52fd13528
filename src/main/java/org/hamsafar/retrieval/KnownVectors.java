package org.hamsafar.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Vectors that a model has given before, by the keys of their texts. */
final class KnownVectors {
  private static final Logger log = LoggerFactory.getLogger(KnownVectors.class);

  private KnownVectors() {}

  /** Reads them from the sound ones among the indexes whose name ends with a model's. */
  static Map<Long, float[]> read(Path folder, String model) {
    Map<Long, float[]> known = new HashMap<>();
    try (Stream<Path> indexes = Files.list(folder)) {
      List<Path> ofModel = indexes.filter(i -> i.toString().endsWith("-" + model)).toList();
      for (Path index : ofModel) {
        read(index, known);
      }
    } catch (IOException | RuntimeException e) {
      log.warn("vectors_made_anew cause={}", e.getClass().getSimpleName());
      return Map.of();
    }
    return known;
  }

  private static void read(Path index, Map<Long, float[]> known) throws IOException {
    try (Directory directory = new MMapDirectory(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        if (leaf.reader() instanceof CodecReader codec) {
          codec.checkIntegrity();
          read(codec, known);
        }
      }
    }
  }

  private static void read(CodecReader reader, Map<Long, float[]> known) throws IOException {
    @Nullable NumericDocValues keys = reader.getNumericDocValues(Fields.TEXT);
    @Nullable FloatVectorValues vectors = reader.getFloatVectorValues(Fields.VECTOR);
    if (keys == null || vectors == null) {
      return;
    }
    KnnVectorValues.DocIndexIterator docs = vectors.iterator();
    while (docs.nextDoc() != KnnVectorValues.DocIndexIterator.NO_MORE_DOCS) {
      if (keys.advanceExact(docs.docID())) {
        known.put(keys.longValue(), vectors.vectorValue(docs.index()).clone());
      }
    }
  }
}
