package org.hamsafar.retrieval;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.hamsafar.language.LanguageTag;

/**
 * A translation table in a file beside the index, with a checksum: a term is found there without
 * reading any other. Safe for use by many threads.
 *
 * <p>For each language a table of slots, twice as many as terms: where what is said of the term
 * that falls into the slot begins, 0 if none does; a taken slot sends to the next one. Slots first,
 * then the languages and where their slots are, then the terms.
 */
final class KeptTranslations extends TranslationTable implements Closeable {
  private static final String NAME = "translations.bin";
  private static final String CODEC = "HamsafarTranslations";
  private static final int VERSION = 2;

  private final IndexInput in;
  private final List<LanguageTag> languages = new ArrayList<>();
  private final Map<LanguageTag, Slots> slots = new HashMap<>();

  /**
   * Where the slots of a language are.
   *
   * @param from the first one's place in the file
   * @param count a power of two
   */
  private record Slots(long from, int count, int terms) {
    long next(long slot) {
      return (slot + 1) & (count - 1);
    }

    long first(String term) {
      int hash = term.hashCode() * 0x9E3779B1;
      return (hash ^ (hash >>> 15)) & (count - 1);
    }

    long place(long slot) {
      return from + slot * Integer.BYTES;
    }
  }

  private KeptTranslations(IndexInput in) throws IOException {
    this.in = in;
    in.seek(in.length() - CodecUtil.footerLength() - Long.BYTES);
    in.seek(in.readLong());
    for (int left = in.readVInt(); left > 0; left--) {
      LanguageTag language = new LanguageTag(in.readString());
      languages.add(language);
      slots.put(language, new Slots(in.readVLong(), in.readVInt(), in.readVInt()));
    }
  }

  static KeptTranslations open(Directory directory) throws IOException {
    IndexInput in = directory.openInput(NAME, IOContext.DEFAULT);
    try {
      CodecUtil.checkHeader(in, CODEC, VERSION, VERSION);
      return new KeptTranslations(in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  static void write(Directory directory, LearnedTranslations table) throws IOException {
    Map<LanguageTag, Map<String, List<Translation>>> all = new TreeMap<>(table.byLanguage());
    List<LanguageTag> languages = new ArrayList<>(all.keySet());
    try (IndexOutput out = directory.createOutput(NAME, IOContext.DEFAULT)) {
      CodecUtil.writeHeader(out, CODEC, VERSION);
      Map<LanguageTag, Slots> slots = new HashMap<>();
      for (Map.Entry<LanguageTag, Map<String, List<Translation>>> one : all.entrySet()) {
        slots.put(one.getKey(), write(out, one.getValue(), languages));
      }
      long from = out.getFilePointer();
      out.writeVInt(languages.size());
      for (LanguageTag language : languages) {
        Slots at = slots.getOrDefault(language, new Slots(0, 1, 0));
        out.writeString(language.value());
        out.writeVLong(at.from());
        out.writeVInt(at.count());
        out.writeVInt(at.terms());
      }
      out.writeLong(from);
      CodecUtil.writeFooter(out);
    }
  }

  private static Slots write(
      IndexOutput out, Map<String, List<Translation>> byTerm, List<LanguageTag> languages)
      throws IOException {
    int count = Integer.highestOneBit(Math.max(1, byTerm.size())) * 4;
    int[] places = new int[count];
    Slots slots = new Slots(0, count, byTerm.size());
    for (Map.Entry<String, List<Translation>> term : new TreeMap<>(byTerm).entrySet()) {
      long slot = slots.first(term.getKey());
      while (places[(int) slot] != 0) {
        slot = slots.next(slot);
      }
      places[(int) slot] = Math.toIntExact(out.getFilePointer());
      out.writeString(term.getKey());
      out.writeVInt(term.getValue().size());
      for (Translation translation : term.getValue()) {
        out.writeVInt(languages.indexOf(translation.language()));
        out.writeString(translation.term());
        out.writeInt(Float.floatToIntBits(translation.probability()));
      }
    }
    long from = out.getFilePointer();
    for (int place : places) {
      out.writeInt(place);
    }
    return new Slots(from, count, byTerm.size());
  }

  @Override
  List<Translation> get(LanguageTag from, String term) {
    Slots own = slots.get(from);
    if (own == null) {
      return List.of();
    }
    try {
      IndexInput reading = in.clone();
      for (long slot = own.first(term); ; slot = own.next(slot)) {
        reading.seek(own.place(slot));
        int place = reading.readInt();
        if (place == 0) {
          return List.of();
        }
        reading.seek(place);
        if (reading.readString().equals(term)) {
          return translations(reading);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Translation> translations(IndexInput reading) throws IOException {
    Translation[] all = new Translation[reading.readVInt()];
    for (int i = 0; i < all.length; i++) {
      all[i] =
          new Translation(
              languages.get(reading.readVInt()),
              reading.readString(),
              Float.intBitsToFloat(reading.readInt()));
    }
    return List.of(all);
  }

  @Override
  public int size(LanguageTag language) {
    Slots own = slots.get(language);
    return own == null ? 0 : own.terms();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
