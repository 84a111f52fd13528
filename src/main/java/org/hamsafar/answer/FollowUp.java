package org.hamsafar.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.language.FallbackChain;
import org.hamsafar.language.Folding;
import org.hamsafar.language.LanguageIdentifier;
import org.hamsafar.language.LanguageTag;

/** Short questions that go on about what was answered before: "and how long does it take?" */
final class FollowUp {
  private static final int MOST_WORDS = 9;
  private static final double LIKELY = 0.5;
  private static final double COVERED = 0.5;

  /** Whoever begins with "and" goes on, even where the rest could stand alone. */
  private static final Set<String> AND =
      Stream.of("and", "und", "et", "ve", "en", "och", "va", "wa", "aw", "aur", "و", "او", "اور")
          .map(Folding::fold)
          .collect(Collectors.toUnmodifiableSet());

  private FollowUp() {}

  /** Only short questions that find no answer by themselves, or begin with "and", are read so. */
  static boolean applies(Question question, Decision.Made made) {
    boolean unsure =
        made.answer() instanceof Answer.NoAnswer || made.answer() instanceof Answer.Clarify;
    return isShort(question.text()) && (unsure || goesOn(question.text()));
  }

  /**
   * Whether a short question tells of no subject by itself, as "does it cost money" does, nor of
   * what the bot does not speak of.
   *
   * @param alone candidates for the question by itself
   */
  static boolean isBare(String text, Ranked alone) {
    return isShort(text)
        && alone.answerable() >= LIKELY
        && alone.candidates().stream().limit(1).noneMatch(Scored::hasPlainSubject);
  }

  private static boolean isShort(String text) {
    return Folding.words(text).size() <= MOST_WORDS;
  }

  /** Whether the text begins with "and". */
  static boolean goesOn(String text) {
    List<String> words = Folding.words(text);
    return !words.isEmpty() && AND.contains(words.getFirst());
  }

  /** The question together with the name of what was answered before. */
  static String text(
      String question,
      Entry thread,
      List<LanguageIdentifier.Guess> guesses,
      FallbackChain fallback) {
    LanguageTag tag = guesses.isEmpty() ? LanguageTag.ENGLISH : guesses.getFirst().language();
    String title = fallback.nearest(tag, thread.texts()).map(t -> t.title()).orElse("");
    return question + " " + title;
  }

  /**
   * The best entry, if it is likely, of the same matter, and speaks of what is newly asked; with
   * another country named, its entry of that matter.
   *
   * @param alone candidates for the question by itself
   * @param scored candidates for the question together with what was answered before
   */
  static Optional<Scored> choose(
      Entry thread, Optional<String> named, List<Scored> alone, List<Scored> scored) {
    return scored.stream()
        .filter(s -> named.isEmpty() || s.entry().country().equals(named.get()))
        .findFirst()
        .filter(s -> s.probability() >= LIKELY)
        .filter(s -> s.entry().topics().contains(thread.topic()))
        .filter(s -> named.isPresent() || covers(s.entry(), alone));
  }

  /** The candidates, {@code thread} before the others if it is one. */
  static List<Scored> first(Entry thread, List<Scored> alone) {
    return alone.stream().sorted(Comparator.comparing(s -> !s.entry().equals(thread))).toList();
  }

  /** Whether the entry speaks of what is asked. */
  static boolean covers(Entry entry, List<Scored> alone) {
    return alone.stream()
        .anyMatch(
            s -> s.entry().id().equals(entry.id()) && s.signals().get(Signal.COVERED) >= COVERED);
  }
}
