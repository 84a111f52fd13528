package org.hamsafar.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.language.SoundKey;
import org.tartarus.snowball.ext.EnglishStemmer;

/** One analyzer for each language; the same for indexing and for asking. */
public final class Analyzers implements AutoCloseable {
  /** Marks tokens that are sound keys, so that they never meet written words. */
  static final char SOUND = '~';

  /** Raise it when a pipeline changes: indexes on disk are then built anew. */
  static final int VERSION = 4;

  private final Map<String, Analyzer> byLanguage = new ConcurrentHashMap<>();

  private Analyzer analyzer(LanguageTag tag) {
    String key = tag.isRomanised() ? "sound" : tag.language();
    return byLanguage.computeIfAbsent(key, k -> new LanguageAnalyzer(stemmer(k)));
  }

  private static UnaryOperator<String> stemmer(String key) {
    return switch (key) {
      case "sound" -> Analyzers::sound;
      case "fa" -> Stems::dari;
      case "ps" -> Stems::pashto;
      case "ur" -> Stems::urdu;
      case "en" -> Analyzers::english;
      case "de", "nl" -> Stems::german;
      case "fr" -> Stems::french;
      case "tr" -> Stems::turkish;
      case "uz" -> Stems::uzbek;
      case "sv" -> Stems::nordic;
      default -> UnaryOperator.identity();
    };
  }

  private static String english(String word) {
    EnglishStemmer stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  private static String sound(String word) {
    String key = SoundKey.of(word);
    return key.isEmpty() ? "" : SOUND + key;
  }

  /** The terms of {@code text} as a text in {@code tag} is indexed. */
  public List<String> terms(LanguageTag tag, String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer(tag).tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }

  @Override
  public void close() {
    byLanguage.values().forEach(Analyzer::close);
  }
}
