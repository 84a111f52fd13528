package org.hamsafar.answer;

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

  /** Words that ask for a point of the matter, and hardly by themselves tell of one. */
  private static final Set<String> ASKING =
      Stream.of(
              "when where why who long much many",
              "wann wo warum wer lange wieviel wieviele",
              "quand où pourquoi qui combien",
              "när var varför vem länge mycket",
              "wanneer waar waarom wie lang hoeveel",
              "zaman nerede neden kim kadar kaç",
              "qachon qayerda nega kim qancha nechta",
              "چند چقدر چرا کجا وقت وخت چندم",
              "څومره څو ولې چېرته چیرته کله څوک",
              "کب کہاں کیوں کتنا کتنے کتنی",
              "chand chiqadar cheqadar cheqa chera chara koja kuja kai waqt wakht",
              "somra sumra tsomra wale cherta chirta kala sok tsok")
          .flatMap(words -> Stream.of(words.split(" ", -1)))
          .map(Folding::fold)
          .collect(Collectors.toUnmodifiableSet());

  private FollowUp() {}

  /** Only short questions that find no answer by themselves, or begin with "and", are read so. */
  static boolean applies(Question question, Decision.Made made) {
    boolean unsure =
        made.answer() instanceof Answer.NoAnswer || made.answer() instanceof Answer.Clarify;
    return isShort(question.text()) && (unsure || goesOn(question.text()));
  }

  /** Whether a question by itself is likely to have an answer. */
  static boolean isLikely(Ranked alone) {
    return alone.answerable() >= LIKELY;
  }

  /** Whether a short text asks when, where, why, who or how much. */
  static boolean asks(String text) {
    return isShort(text) && Folding.words(text).stream().anyMatch(ASKING::contains);
  }

  /** Whether it has as few words as people use who go on. */
  static boolean isShort(String text) {
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
   * The best entry of a country, if it is likely, and of the same subject.
   *
   * @param scored candidates for the question together with what was answered before
   */
  static Optional<Scored> choose(Entry thread, String country, List<Scored> scored) {
    return scored.stream()
        .filter(s -> s.entry().country().equals(country))
        .findFirst()
        .filter(s -> s.probability() >= LIKELY)
        .filter(s -> s.entry().topics().contains(thread.topic()));
  }

  /** The candidates, {@code thread} before the others. */
  static List<Scored> first(Entry thread, List<Scored> alone, LanguageTag language) {
    Scored first =
        alone.stream()
            .filter(s -> s.entry().equals(thread))
            .findFirst()
            .orElse(new Scored(thread, language, Signals.NONE, 0, LIKELY));
    return Stream.concat(Stream.of(first), alone.stream().filter(s -> !s.entry().equals(thread)))
        .toList();
  }

  /** Whether the entry speaks of what is asked. */
  static boolean covers(Entry entry, List<Scored> alone) {
    return alone.stream()
        .anyMatch(
            s -> s.entry().id().equals(entry.id()) && s.signals().get(Signal.COVERED) >= COVERED);
  }
}
