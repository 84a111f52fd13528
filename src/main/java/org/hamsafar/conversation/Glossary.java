package org.hamsafar.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hamsafar.knowledge.Concept;
import org.hamsafar.language.FallbackChain;
import org.hamsafar.language.Folding;
import org.hamsafar.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * Says in one line what a word means: "what is a Duldung?" has an answer even where no entry is
 * about it. Only whole questions of that form count.
 */
final class Glossary {
  private static final List<String> BEFORE =
      folded(
          "what is",
          "what's",
          "what are",
          "what does",
          "meaning of",
          "explain",
          "was ist",
          "was bedeutet",
          "was heißt",
          "c'est quoi",
          "qu'est-ce qu'",
          "qu'est-ce que c'est",
          "qu'est-ce que");

  private static final List<String> BEHIND =
      folded(
          "mean",
          "چیست",
          "چی است",
          "چه است",
          "یعنی چه",
          "یعنی چی",
          "چه معنا دارد",
          "چی معنا دارد",
          "څه شی دی",
          "څه شی ده",
          "څه دی",
          "څه ده",
          "یعنې څه",
          "څه معنا لري",
          "کیا ہے",
          "کیا ہوتا ہے",
          "کا مطلب کیا ہے",
          "nedir",
          "ne demek",
          "chist",
          "chi ast",
          "yani chi",
          "tsa shay day",
          "tsa day",
          "nima",
          "nima degani",
          "نیمه");

  private static final List<String> ARTICLES =
      folded(
          "a", "an", "the", "ein", "eine", "der", "die", "das", "un", "une", "le", "la", "یک",
          "یو");

  /** A shorter line only repeats the word. */
  private static final int LEAST_WORDS = 5;

  private final Supplier<List<Concept>> concepts;
  private @Nullable Map<String, Concept> known;

  /**
   * @param concepts asked for when a question of that form comes
   */
  Glossary(Supplier<List<Concept>> concepts) {
    this.concepts = concepts;
  }

  /** Longer phrases first, as a short one may begin a long one. */
  private static List<String> folded(String... phrases) {
    List<String> folded = new ArrayList<>();
    for (String phrase : phrases) {
      folded.add(bare(phrase));
    }
    folded.sort(Comparator.comparingInt(String::length).reversed());
    return List.copyOf(folded);
  }

  private static String bare(String text) {
    return String.join(" ", Folding.words(text));
  }

  /** The concept whose meaning is asked for. */
  Optional<Concept> asked(String question) {
    String text = bare(question);
    String before = without(text, BEFORE, true);
    String word = without(before, BEHIND, false);
    if (word.equals(text) || word.isEmpty()) {
      return Optional.empty();
    }
    Concept concept = known().get(without(word, ARTICLES, true));
    return Optional.ofNullable(concept == null ? known().get(word) : concept);
  }

  private static String without(String text, List<String> phrases, boolean atStart) {
    for (String phrase : phrases) {
      if (atStart && text.startsWith(phrase + " ")) {
        return text.substring(phrase.length() + 1);
      }
      if (!atStart && text.endsWith(" " + phrase)) {
        return text.substring(0, text.length() - phrase.length() - 1);
      }
    }
    return text;
  }

  private synchronized Map<String, Concept> known() {
    Map<String, Concept> words = known;
    if (words == null) {
      words = new HashMap<>();
      for (Concept concept : concepts.get()) {
        if (explains(concept)) {
          for (List<String> spellings : concept.words().values()) {
            for (String spelling : spellings) {
              words.putIfAbsent(bare(spelling), concept);
            }
          }
        }
      }
      known = words;
    }
    return words;
  }

  private static boolean explains(Concept concept) {
    return concept.meaning().getOrDefault(LanguageTag.ENGLISH, "").split(" ", -1).length
        >= LEAST_WORDS;
  }

  /** Whether a text is about the concept: one of its words stands in it. */
  static boolean isAbout(String text, Concept concept) {
    String words = " " + bare(text) + " ";
    return concept.words().values().stream()
        .flatMap(List::stream)
        .map(Glossary::bare)
        .anyMatch(word -> !word.isEmpty() && words.contains(" " + word + " "));
  }

  /** The word and what it means, in the nearest language. */
  static String line(Concept concept, LanguageTag tag, FallbackChain fallback) {
    String meaning = fallback.nearest(tag, concept.meaning()).orElse("");
    return fallback
        .nearest(tag, concept.words())
        .filter(words -> !words.isEmpty())
        .map(words -> words.getFirst() + " – " + meaning)
        .orElse(meaning);
  }
}
