package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.UnaryOperator;
import org.hamsafar.language.Folding;

/**
 * A danger phrase: words in order, {@code a|b} alternatives, {@code *} up to three words between,
 * {@code word~} a beginning, {@code word?} may be missing.
 *
 * @param parts in order
 */
record PhrasePattern(List<Part> parts) {
  private static final int GAP = 3;

  PhrasePattern {
    parts = List.copyOf(parts);
  }

  /** A place in the phrase. */
  sealed interface Part {}

  /** Up to three words. */
  record Gap() implements Part {}

  /** One word of several. */
  record OneOf(Set<String> words, List<String> beginnings, boolean optional) implements Part {
    OneOf {
      words = Set.copyOf(words);
      beginnings = List.copyOf(beginnings);
    }

    boolean matches(String word) {
      if (words.contains(word)) {
        return true;
      }
      for (String beginning : beginnings) {
        if (word.startsWith(beginning)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Reads a pattern; its words are folded as messages are.
   *
   * @param fold the folding of single words, beyond {@link Folding#fold}
   */
  static PhrasePattern parse(String pattern, UnaryOperator<String> fold) {
    List<Part> parts = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(pattern);
    while (tokens.hasMoreTokens()) {
      // All alternatives at once: there may be a hundred.
      String token = Folding.fold(tokens.nextToken());
      parts.add(token.equals("*") ? new Gap() : oneOf(token, fold));
    }
    return new PhrasePattern(parts);
  }

  private static OneOf oneOf(String token, UnaryOperator<String> fold) {
    boolean optional = token.endsWith("?");
    Set<String> words = new HashSet<>();
    List<String> beginnings = new ArrayList<>();
    StringTokenizer alternatives =
        new StringTokenizer(optional ? token.substring(0, token.length() - 1) : token, "|");
    while (alternatives.hasMoreTokens()) {
      String raw = alternatives.nextToken();
      boolean beginning = raw.endsWith("~");
      String word = fold.apply(beginning ? raw.substring(0, raw.length() - 1) : raw).strip();
      if (!word.isEmpty()) {
        (beginning ? beginnings : words).add(word);
      }
    }
    return new OneOf(words, beginnings, optional);
  }

  /** The end of a match that begins at {@code from}, or -1. */
  int match(List<String> words, int from) {
    return match(words, from, 0);
  }

  private int match(List<String> words, int at, int part) {
    if (part == parts.size()) {
      return at;
    }
    return switch (parts.get(part)) {
      case Gap _ -> matchAfterGap(words, at, part);
      case OneOf one -> matchOneOf(one, words, at, part);
    };
  }

  private int matchAfterGap(List<String> words, int at, int part) {
    for (int skip = 0; skip <= GAP && at + skip <= words.size(); skip++) {
      int end = match(words, at + skip, part + 1);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  private int matchOneOf(OneOf one, List<String> words, int at, int part) {
    if (at < words.size() && one.matches(words.get(at))) {
      int end = match(words, at + 1, part + 1);
      if (end >= 0) {
        return end;
      }
    }
    return one.optional() ? match(words, at, part + 1) : -1;
  }

  /**
   * What may stand at the start; both empty if any word may.
   *
   * @param beginnings of words
   */
  record First(Set<String> words, Set<String> beginnings) {
    private static final First ANY = new First(Set.of(), Set.of());
  }

  /** What may stand at the start of a pattern, the rest of which is not read. */
  static First first(String pattern, UnaryOperator<String> fold) {
    Set<String> words = new HashSet<>();
    Set<String> beginnings = new HashSet<>();
    StringTokenizer tokens = new StringTokenizer(pattern);
    while (tokens.hasMoreTokens()) {
      for (Part part : parse(tokens.nextToken(), fold).parts()) {
        if (!(part instanceof OneOf one)) {
          return First.ANY;
        }
        words.addAll(one.words());
        beginnings.addAll(one.beginnings());
        if (!one.optional()) {
          return new First(words, beginnings);
        }
      }
    }
    return First.ANY;
  }
}
