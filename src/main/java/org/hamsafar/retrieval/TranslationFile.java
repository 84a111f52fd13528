package org.hamsafar.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.TranslationTable.Translation;

/** Keeps a translation table beside the index, with a checksum. */
final class TranslationFile {
  private static final String NAME = "translations.bin";
  private static final String CODEC = "HamsafarTranslations";
  private static final int VERSION = 1;

  private TranslationFile() {}

  static void write(Directory directory, TranslationTable table) throws IOException {
    try (IndexOutput out = directory.createOutput(NAME, IOContext.DEFAULT)) {
      CodecUtil.writeHeader(out, CODEC, VERSION);
      Names terms = new Names();
      Names languages = new Names();
      table
          .byLanguage()
          .forEach((from, byTerm) -> {
            languages.of(from.value());
            byTerm.forEach((term, all) -> {
              terms.of(term);
              all.forEach(t -> terms.of(t.term()));
              all.forEach(t -> languages.of(t.language().value()));
            });
          });
      languages.write(out);
      terms.write(out);
      out.writeVInt(table.byLanguage().size());
      for (var language : new TreeMap<>(table.byLanguage()).entrySet()) {
        out.writeVInt(languages.of(language.getKey().value()));
        write(out, language.getValue(), languages, terms);
      }
      CodecUtil.writeFooter(out);
    }
  }

  private static void write(
      DataOutput out, Map<String, List<Translation>> byTerm, Names languages, Names terms)
      throws IOException {
    out.writeVInt(byTerm.size());
    for (var term : byTerm.entrySet()) {
      out.writeVInt(terms.of(term.getKey()));
      out.writeVInt(term.getValue().size());
      for (Translation translation : term.getValue()) {
        out.writeVInt(languages.of(translation.language().value()));
        out.writeVInt(terms.of(translation.term()));
        out.writeInt(Float.floatToIntBits(translation.probability()));
      }
    }
  }

  static TranslationTable read(Directory directory) throws IOException {
    try (ChecksumIndexInput in = directory.openChecksumInput(NAME)) {
      CodecUtil.checkHeader(in, CODEC, VERSION, VERSION);
      List<LanguageTag> languages = strings(in).stream().map(LanguageTag::new).toList();
      List<String> terms = strings(in);
      Map<LanguageTag, Map<String, List<Translation>>> byLanguage = new HashMap<>();
      for (int left = in.readVInt(); left > 0; left--) {
        byLanguage.put(languages.get(in.readVInt()), read(in, languages, terms));
      }
      CodecUtil.checkFooter(in);
      return new TranslationTable(byLanguage);
    }
  }

  private static List<String> strings(DataInput in) throws IOException {
    int size = in.readVInt();
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      strings.add(in.readString());
    }
    return strings;
  }

  private static Map<String, List<Translation>> read(
      DataInput in, List<LanguageTag> languages, List<String> terms) throws IOException {
    Map<String, List<Translation>> byTerm = new HashMap<>();
    for (int left = in.readVInt(); left > 0; left--) {
      String term = terms.get(in.readVInt());
      Translation[] all = new Translation[in.readVInt()];
      for (int i = 0; i < all.length; i++) {
        all[i] =
            new Translation(
                languages.get(in.readVInt()),
                terms.get(in.readVInt()),
                Float.intBitsToFloat(in.readInt()));
      }
      byTerm.put(term, List.of(all));
    }
    return byTerm;
  }

  /** Strings with numbers, so that each is written once. */
  private static final class Names {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final LinkedHashSet<String> order = new LinkedHashSet<>();

    int of(String name) {
      order.add(name);
      return numbers.computeIfAbsent(name, _ -> numbers.size());
    }

    void write(DataOutput out) throws IOException {
      out.writeVInt(order.size());
      for (String name : order) {
        out.writeString(name);
      }
    }
  }
}
