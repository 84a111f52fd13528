package org.hamsafar.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hamsafar.language.Folding;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.language.SoundKey;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * The pipeline of every language, the same for indexing and for asking: words, folded letters, the
 * language's own light stemming.
 */
public final class Analyzers implements AutoCloseable {
  /** Marks tokens that are sound keys, so that they never meet written words. */
  static final char SOUND = '~';

  /** Raise it when a pipeline changes: indexes on disk are then built anew. */
  static final int VERSION = 9;

  private final WordCutter cutter = new WordCutter();

  private static UnaryOperator<String> stemmer(LanguageTag tag) {
    return switch (tag.isRomanised() ? "sound" : tag.language()) {
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
    UnaryOperator<String> stem = stemmer(tag);
    List<String> terms = new ArrayList<>();
    cutter.cut(
        text,
        word -> {
          String term = stem.apply(folded(word));
          if (!term.isEmpty()) {
            terms.add(term);
          }
        });
    return terms;
  }

  /** The words of {@code text} as they are written. */
  List<String> written(String text) {
    List<String> words = new ArrayList<>();
    cutter.cut(text, words::add);
    return words;
  }

  /** The term of one word; empty if it has none. */
  static String term(LanguageTag tag, String word) {
    return stem(tag, folded(word));
  }

  /** What all languages make of a word before each stems it. */
  static String folded(String word) {
    return WordCutter.cut(Folding.fold(word));
  }

  /** The term of a word that is folded; empty if it has none. */
  static String stem(LanguageTag tag, String folded) {
    return stemmer(tag).apply(folded);
  }

  @Override
  public void close() {
    cutter.close();
  }
}
