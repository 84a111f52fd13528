package org.hamsafar.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.hamsafar.language.Folding;
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
  private final Map<LanguageTag, Map<String, List<String>>> phrases = new TreeMap<>();

  IndexBuilder(Analyzers analyzers, ConceptPhrases concepts) {
    this.analyzers = analyzers;
    this.concepts = concepts;
  }

  void build(Directory directory, List<Passage> passages) {
    IndexWriterConfig config =
        new IndexWriterConfig().setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(64);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Passage passage : passages) {
        writer.addDocument(document(passage));
      }
      writer.addDocument(concepts());
      writer.forceMerge(1);
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Document document(Passage passage) {
    LanguageTag tag = passage.language();
    List<List<String>> questions = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    for (String question : passage.questions()) {
      List<String> terms = terms(tag, question);
      questions.add(terms);
      asked.addAll(terms);
    }
    List<String> title = terms(tag, passage.title());
    List<String> body = terms(tag, passage.body());
    Set<String> named = new LinkedHashSet<>(asked);
    named.addAll(title);
    Set<String> all = new LinkedHashSet<>(named);
    all.addAll(body);
    Document document = new Document();
    addKey(document, Fields.ENTRY, passage.entry());
    addKey(document, Fields.COUNTRY, passage.country());
    addKey(document, Fields.LANGUAGE, tag.value());
    document.add(
        new BinaryDocValuesField(Fields.SIGNATURE, new Signature(questions, title, all).encode()));
    document.add(terms(Fields.QUESTIONS, asked, SCORED));
    document.add(terms(Fields.TITLE, title, SCORED));
    document.add(terms(Fields.SHORT_ANSWER, terms(tag, passage.shortAnswer()), SCORED));
    document.add(terms(Fields.BODY, body, SCORED));
    addParts(document, passage);
    document.add(terms(Fields.ASKED, List.copyOf(named), COUNTED));
    document.add(terms(Fields.ALL, List.copyOf(all), COUNTED));
    return document;
  }

  /** Romanised passages have sound keys for words already, and letters of another script. */
  private static void addParts(Document document, Passage passage) {
    if (passage.language().isRomanised()) {
      return;
    }
    List<String> words = new ArrayList<>(Folding.words(passage.title()));
    passage.questions().forEach(question -> words.addAll(Folding.words(question)));
    words.addAll(Folding.words(passage.body()));
    document.add(terms(Fields.LETTERS, WordParts.allLetters(words), SCORED));
    document.add(terms(Fields.SOUNDS, List.copyOf(WordParts.sounds(words)), SCORED));
  }

  private List<String> terms(LanguageTag tag, String text) {
    Map<String, List<String>> known = phrases.computeIfAbsent(tag, concepts::of);
    return new ConceptFinder((_, phrase) -> known.getOrDefault(phrase, List.of()))
        .withConcepts(tag, analyzers.terms(tag, text));
  }

  /** One document that no search finds holds the phrases of all concepts. */
  private Document concepts() {
    List<String> all = new ArrayList<>();
    phrases.forEach((tag, known) ->
        known.forEach(
            (phrase, ids) -> ids.forEach(id -> all.add(Fields.conceptPhrase(tag, phrase) + id))));
    Document document = new Document();
    document.add(terms(Fields.CONCEPT, all, COUNTED));
    return document;
  }

  private static void addKey(Document document, String field, String value) {
    document.add(new StringField(field, value, Field.Store.NO));
    document.add(new BinaryDocValuesField(field, new BytesRef(value)));
  }

  private static Field terms(String name, List<String> terms, FieldType type) {
    return new Field(name, new TermList(terms), type);
  }

  /** Terms that have been analysed already, as Lucene takes them. */
  private static final class TermList extends TokenStream {
    private final CharTermAttribute attribute = addAttribute(CharTermAttribute.class);
    private final List<String> terms;
    private int next;

    TermList(List<String> terms) {
      this.terms = terms;
    }

    @Override
    public boolean incrementToken() {
      if (next >= terms.size()) {
        return false;
      }
      clearAttributes();
      attribute.append(terms.get(next++));
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }
}
