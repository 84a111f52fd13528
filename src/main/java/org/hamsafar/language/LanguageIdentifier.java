package org.hamsafar.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells the language of a short message: models of runs of one to four letters, among the languages
 * of the message's script.
 *
 * <p>Dari and Iranian Persian can't be told apart in a short message; both are {@code fa-AF} here,
 * and the person is asked where it matters.
 */
public final class LanguageIdentifier {
  private static final int MAX_LETTERS = 400;

  /** Neighbouring letters depend on each other, so their evidence is tempered. */
  private static final double TEMPER = 0.4;

  /** What a capitalised word tells beside others. */
  private static final double CAPITALISED = 0.5;

  /** What a function word tells beyond its letters. */
  private static final double FUNCTION_WORD = 4;

  /**
   * Languages that fewer people write to us in, or that lend others a word or a name. Without it
   * the languages with the shortest samples attract whatever is rare in the others.
   */
  private static final Map<String, Double> PRIORS =
      Map.of(
          "uz-Arab",
          -6.0,
          "ur",
          -2.0,
          "en",
          -4.0,
          "fr",
          -3.0,
          "sv",
          -4.0,
          "nl",
          -4.0,
          "fa-AF-Latn",
          -3.0,
          "ps-Latn",
          -3.0);

  /** From this share on, Arabic letters are the text and Latin ones a foreign word in it. */
  private static final double ARABIC_SHARE = 0.2;

  private final Map<Script, List<Model>> models;

  /**
   * A language and how likely it is.
   *
   * @param probability 0 to 1; all guesses of one message add up to 1
   */
  public record Guess(LanguageTag language, double probability) {}

  /**
   * A message as it is compared: the runs of its words that begin with a capital, often names,
   * which every language has, and those of all others.
   */
  private static final class Typed {
    private final int[] capitalised;
    private final int[] small;
    private final boolean onlyCapitals;
    private final List<String> words;

    private Typed(String capitalised, String small, List<String> words) {
      this.capitalised = LetterModel.runs(capitalised);
      this.small = LetterModel.runs(small);
      this.onlyCapitals = small.isBlank();
      this.words = words;
    }

    static Typed of(String text, Script script) {
      StringBuilder capitalised = new StringBuilder();
      StringBuilder small = new StringBuilder();
      for (String word : text.split("\\s+", -1)) {
        (isCapitalised(word) ? capitalised : small).append(word).append(' ');
      }
      List<String> words = Arrays.asList(letters(text, script, MAX_LETTERS).strip().split(" ", -1));
      return new Typed(
          letters(capitalised.toString(), script, MAX_LETTERS),
          letters(small.toString(), script, MAX_LETTERS),
          words);
    }

    private static boolean isCapitalised(String word) {
      return Character.isUpperCase(
          word.codePoints().filter(Character::isLetter).findFirst().orElse(' '));
    }

    double capitalsCount() {
      return onlyCapitals ? 1 : CAPITALISED;
    }
  }

  private record Model(LanguageTag language, LetterModel letters, Set<String> functionWords) {
    double score(Typed typed) {
      double score =
          letters.logProbability(typed.small)
              + typed.capitalsCount() * letters.logProbability(typed.capitalised)
              + PRIORS.getOrDefault(language.value(), 0.0);
      for (String word : typed.words) {
        score += functionWords.contains(word) ? FUNCTION_WORD : 0;
      }
      return score;
    }
  }

  /**
   * Learns from samples.
   *
   * @param samples text of each language, in any amount
   */
  public static LanguageIdentifier learn(Map<LanguageTag, ? extends Collection<String>> samples) {
    Map<Script, List<Model>> models = new HashMap<>();
    samples.forEach((tag, texts) -> {
      Script script = Script.dominant(String.join(" ", texts));
      models.computeIfAbsent(script, _ -> new ArrayList<>()).add(learn(tag, script, texts));
    });
    return new LanguageIdentifier(models);
  }

  private LanguageIdentifier(Map<Script, List<Model>> models) {
    models.values().forEach(list -> list.sort(Comparator.comparing(Model::language)));
    this.models = Map.copyOf(models);
  }

  /** Reads what {@link #write} has written. */
  public static LanguageIdentifier read(DataInput in) throws IOException {
    Map<Script, List<Model>> models = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      Script script = Script.valueOf(in.readUTF());
      LanguageTag tag = new LanguageTag(in.readUTF());
      models
          .computeIfAbsent(script, _ -> new ArrayList<>())
          .add(new Model(tag, new LetterModel(in), functionWords(tag, script)));
    }
    return new LanguageIdentifier(models);
  }

  /** Writes what was learned. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(models.values().stream().mapToInt(List::size).sum());
    for (Map.Entry<Script, List<Model>> script : models.entrySet()) {
      for (Model model : script.getValue()) {
        out.writeUTF(script.getKey().name());
        out.writeUTF(model.language().value());
        model.letters().write(out);
      }
    }
  }

  private static Model learn(LanguageTag tag, Script script, Collection<String> texts) {
    return new Model(
        tag,
        new LetterModel(
            texts.stream().map(text -> letters(text, script, Integer.MAX_VALUE)).toList()),
        functionWords(tag, script));
  }

  private static Set<String> functionWords(LanguageTag tag, Script script) {
    Set<String> words = new HashSet<>();
    for (String word : FunctionWords.of(tag)) {
      words.addAll(Arrays.asList(letters(word, script, MAX_LETTERS).strip().split(" ", -1)));
    }
    return words;
  }

  private static Script script(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long arabic =
        text.codePoints()
            .filter(c -> Character.isLetter(c) && Script.of(c) == Script.ARABIC)
            .count();
    return arabic > 0 && arabic >= ARABIC_SHARE * letters ? Script.ARABIC : Script.dominant(text);
  }

  /**
   * All languages of the text's script, the most likely first; empty if it has no word of two
   * letters: a single one is every language's. Cyrillic text is taken for what it would be in Latin
   * letters.
   */
  public List<Guess> identify(String written) {
    String text = Cyrillic.toLatin(written);
    Script script = script(text);
    List<Model> candidates = candidates(script, Cyrillic.isTajik(written));
    Typed typed = Typed.of(text, script);
    if (typed.words.stream().allMatch(word -> word.length() < 2)) {
      return List.of();
    }
    double[] scores = new double[candidates.size()];
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = candidates.get(i).score(typed);
      best = Math.max(best, scores[i]);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp((scores[i] - best) * TEMPER);
      sum += scores[i];
    }
    List<Guess> guesses = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      guesses.add(new Guess(candidates.get(i).language(), scores[i] / sum));
    }
    guesses.sort(Comparator.comparingDouble(Guess::probability).reversed());
    return guesses;
  }

  private List<Model> candidates(Script script, boolean tajik) {
    List<Model> all = models.getOrDefault(script, List.of());
    List<Model> dari =
        all.stream().filter(m -> m.language().equals(LanguageTag.DARI_LATIN)).toList();
    return tajik && !dari.isEmpty() ? dari : all;
  }

  /** The words in one script: those in another are foreign in every language of it. */
  private static String letters(String text, Script script, int max) {
    StringBuilder out = new StringBuilder(" ");
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length() && out.length() < max; i++) {
      char c = lower.charAt(i);
      if ((Character.isLetter(c) && Script.of(c) == script)
          || Character.getType(c) == Character.NON_SPACING_MARK) {
        out.append(c);
      } else if (!isApostrophe(c) && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    if (out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
    return out.toString();
  }

  /** What stands within Uzbek words, however it is typed. */
  private static boolean isApostrophe(char c) {
    return switch (c) {
      case '\'', '`', '\u2018', '\u2019', '\u02BB', '\u02BC' -> true;
      default -> false;
    };
  }
}
