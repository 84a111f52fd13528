package org.hamsafar;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that nobody means well with, and real questions as a bad keyboard sends them. */
public final class RandomText {
  /** What a text is made of. */
  public enum Kind {
    ONE_SCRIPT,
    MIXED_SCRIPTS,
    ANY_CODE_POINT,
    LONE_SURROGATES,
    BIDI_MARKS,
    LONG_WORDS,
    UNKNOWN_WORDS,
    FULL_MESSAGE,
    HUGE_MESSAGE,
    ONE_LETTER_REPEATED,
    ONE_WORD_REPEATED,
    CHANGED_QUESTION,
    MISSPELT_QUESTIONS,
    MANY_QUESTIONS,
    SHUFFLED_QUESTIONS,
    MARKS,
    JOINERS,
    EMOJI,
    NUMBERS,
    EXPANDING_LETTERS,
    SIGNS,
    COMMANDS
  }

  /** A text and what it is made of. */
  public record Sample(Kind kind, String text) {}

  /** Telegram's limit. */
  private static final int FULL = 4096;

  private static final int HUGE = 1 << 16;

  /** Letters of all scripts that people write to us in, Urdu, Pashto and Uzbek ones too. */
  private static final List<String> SCRIPTS =
      List.of(
          "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآأؤئءةيكى",
          "ټځڅډړږښګڼېۍۀپابتدرسمنويه",
          "ٹڈڑںےھہۓابتدرسمنوگچ",
          "abcdefghijklmnopqrstuvwxyzäöüßéèçàåøæğışİoʻgʻ",
          "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜẞÉÅØÆĞŞ",
          "абвгдежзийклмнопрстуфхцчшщъыьэюяўқғҳ");

  private static final List<String> OTHER_SCRIPTS =
      List.of(
          "漢字仮名交じり文日本語",
          "한국어조선말",
          "ภาษาไทยกำลัง",
          "देवनागरीलिपि",
          "אבגדהוז",
          "αβγδεζηθ",
          "ⓐⓑ①②½Ⅷ㎏ﬁﬀ𝐀𝟗");

  private static final List<String> EMOJI =
      List.of(
          "😀",
          "👨‍👩‍👧‍👦",
          "🇦🇫",
          "🇩🇪",
          "1️⃣",
          "❤️",
          "🏳️‍🌈",
          "👍🏽",
          "☎",
          "🆘",
          "\uFE0F",
          "\u200D");

  private static final String BIDI =
      "\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u061C";
  private static final String MARKS =
      "\u064B\u064E\u0651\u0652\u0653\u0654\u0670\u0301\u0308\u0323\u0345\u05B0\u3099";
  private static final String JOINERS = "\u200C\u200D\u0640\u00AD\u2060\uFEFF\u034F\u180E";
  private static final String DIGITS = "0123456789۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩०१２３";
  private static final String EXPANDING = "\uFDFA\uFDFB\uFDFA\uFDFD㌖ǆ\uFB17\u1E9Eﷲ\u0390\uFB2Cİ";
  private static final String SIGNS =
      "\u0000\u0001\t\n\r\u0085\u2028\u2029\uFFFE\uFFFF\uFFFD\"'`’ʻ*?~^:+-!(){}[]\\/&|<>#@%$_=.,;،؛؟";

  private final Random random;
  private final List<String> questions;

  /**
   * @param questions real ones, to be changed
   */
  public RandomText(Random random, List<String> questions) {
    this.random = random;
    this.questions = List.copyOf(questions);
  }

  public Sample next() {
    Kind kind = oneOf(List.of(Kind.values()));
    return new Sample(kind, text(kind));
  }

  /** A text of any kind, at most so long. */
  public String atMost(int length) {
    String text = next().text();
    return text.length() <= length ? text : text.substring(0, length);
  }

  private String text(Kind kind) {
    return switch (kind) {
      case ONE_SCRIPT -> words(oneOf(SCRIPTS), 1 + random.nextInt(60), 9);
      case MIXED_SCRIPTS -> joined(40, () -> words(anyScript(), 1 + random.nextInt(3), 6));
      case ANY_CODE_POINT -> codePoints(1 + random.nextInt(2000));
      case LONE_SURROGATES -> sown(question(), "\uD800\uDBFF\uDC00\uDFFF\uD83D");
      case BIDI_MARKS -> sown(question(), BIDI);
      case LONG_WORDS -> joined(4, () -> letters(anyScript(), 1 + random.nextInt(1500)));
      case UNKNOWN_WORDS -> joined(300, () -> letters(oneOf(SCRIPTS), 5 + random.nextInt(20)));
      case FULL_MESSAGE -> filled(FULL);
      case HUGE_MESSAGE -> filled(HUGE);
      case ONE_LETTER_REPEATED -> letters(anyScript(), 1).repeat(1 + random.nextInt(FULL));
      case ONE_WORD_REPEATED -> (oneOf(words()) + " ").repeat(1 + random.nextInt(800));
      case CHANGED_QUESTION -> changed(question());
      case MISSPELT_QUESTIONS -> joined(12, () -> misspelt(question()));
      case MANY_QUESTIONS -> joined(60, this::question);
      case SHUFFLED_QUESTIONS -> joined(400, () -> oneOf(words()));
      case MARKS -> sown(question(), MARKS) + run(MARKS, random.nextInt(FULL));
      case JOINERS -> sown(question(), JOINERS) + run(JOINERS, random.nextInt(FULL));
      case EMOJI -> joined(300, () -> oneOf(EMOJI)).replace(" ", "");
      case NUMBERS -> joined(200, () -> run(DIGITS, 1 + random.nextInt(40)));
      case EXPANDING_LETTERS -> run(EXPANDING, 1 + random.nextInt(FULL));
      case SIGNS -> sown(question(), SIGNS) + run(SIGNS, random.nextInt(500));
      case COMMANDS ->
          "/"
              + changed(oneOf(List.of("start de_work", "plan", "menu@x", "human", "forget")))
              + run(SIGNS, 2);
    };
  }

  /** Real words, of one question after the other. */
  private List<String> words() {
    return List.of(question().split("\\s+"));
  }

  private String question() {
    return oneOf(questions);
  }

  private String filled(int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(
              text(
                  oneOf(
                      List.of(
                          Kind.ONE_SCRIPT,
                          Kind.CHANGED_QUESTION,
                          Kind.MANY_QUESTIONS,
                          Kind.UNKNOWN_WORDS))))
          .append('\n');
    }
    return text.substring(0, length);
  }

  private String anyScript() {
    return random.nextInt(4) == 0 ? oneOf(OTHER_SCRIPTS) : oneOf(SCRIPTS);
  }

  private String words(String letters, int count, int longest) {
    return Stream.generate(() -> letters(letters, 1 + random.nextInt(longest)))
        .limit(count)
        .collect(Collectors.joining(" "));
  }

  private String letters(String of, int count) {
    return run(of, count);
  }

  private String run(String of, int count) {
    StringBuilder text = new StringBuilder(count);
    IntStream.range(0, count).forEach(_ -> text.append(of.charAt(random.nextInt(of.length()))));
    return text.toString();
  }

  private String codePoints(int count) {
    StringBuilder text = new StringBuilder(count);
    IntStream.range(0, count).forEach(_ -> text.appendCodePoint(random.nextInt(0x110000)));
    return text.toString();
  }

  private String joined(int most, Supplier<String> part) {
    return Stream.generate(part).limit(1 + random.nextInt(most)).collect(Collectors.joining(" "));
  }

  /** The text with signs anywhere in it. */
  private String sown(String text, String signs) {
    StringBuilder sown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      sown.append(random.nextInt(3) == 0 ? run(signs, 1 + random.nextInt(3)) : "")
          .append(text.charAt(i));
    }
    return sown.toString();
  }

  /** One letter of every longer word is another. */
  private String misspelt(String text) {
    return Stream.of(text.split("\\s+"))
        .map(word -> {
          int at = random.nextInt(word.length() + 1);
          return word.substring(0, at)
              + run(oneOf(SCRIPTS), 1)
              + word.substring(Math.min(word.length(), at + 1));
        })
        .collect(Collectors.joining(" "));
  }

  /** Letters dropped, doubled, swapped and replaced. */
  public String changed(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int n = random.nextInt(8); n >= 0 && !changed.isEmpty(); n--) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(5)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, run(anyScript(), 1 + random.nextInt(3)));
        case 2 -> changed.setCharAt(at, (char) random.nextInt(0x10000));
        case 3 -> changed.delete(at, Math.min(changed.length(), at + random.nextInt(20)));
        default ->
            changed.insert(
                at, changed.substring(at, Math.min(changed.length(), at + random.nextInt(20))));
      }
    }
    return changed.toString();
  }

  private <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
