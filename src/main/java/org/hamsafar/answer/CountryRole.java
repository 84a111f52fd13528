package org.hamsafar.answer;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamsafar.language.Folding;

/** What a country is in a message: where somebody goes, comes from, or where a relative is. */
enum CountryRole {
  /** "Can I work in Germany?", short and about nobody else: wherever the person is. */
  PLACE,
  /** "to Germany": what is asked is about this country. */
  DESTINATION,
  /** Named without a sign of what it is. */
  PLAIN,
  /** Where a relative is who shall come: what is asked is about another country. */
  RELATIVE,
  /** "from Iran". */
  ORIGIN,
  /** "German", which may be a language, a visa or a person. */
  ADJECTIVE;

  private static final Set<String> TO_BEFORE =
      folded("to into toward towards reach nach naar vers به طرف سوی ba taraf");
  private static final Set<String> TO_AFTER = folded("ته ta");
  private static final Set<String> FROM_BEFORE = folded("from aus von depuis uit från از له az la");
  private static final Set<String> FROM_AFTER = folded("څخه sakha");
  private static final Set<String> IN_BEFORE = folded("in en au aux i در ده په da dar pa");

  /** Beside them the name of a country is that of its language: Pashto has one word for both. */
  private static final Set<String> OF_LANGUAGE =
      folded(
          "a1 a2 b1 b2 c1 c2 language sprache dil dili ژبه ژبې زبان لسان zaban zabaan jiba zheba");

  private static final Set<String> TO_ENDINGS = Set.of("ya", "ye", "a", "e", "ga", "ka");
  private static final Set<String> FROM_ENDINGS = Set.of("dan", "den", "tan", "ten");
  private static final Set<String> IN_ENDINGS = Set.of("da", "de", "ta", "te");

  private static final Set<String> SELF =
      folded("i im we were ich wir je nous من ما زه موږ مونږ man za zma mung");

  private static final List<String> KIN =
      List.copyOf(
          folded(
              """
              sister brother wife husband spouse mother father parent son daughter child kids family
              uncle aunt cousin fiance relative grandm grandf schwester bruder ehefrau frau ehemann
              mutter vater eltern sohn tochter kind familie femme mari enfant famille
              خواهر برادر خانم زن زنم زنمه همسر شوهر مادر پدر والدین پسر دختر اولاد فامیل خانواده نامزد طفل
              خور ورور میرمن ښځه میړه خاوند مور پلار زوی لور کورنۍ ماشوم کوژدن
              khahar khwahar baradar beradar biadar zan zanam zanom khanom khanum hamsar shawhar shohar madar padar pesar
              dokhtar famil khanawada namzad khor wror merman plar kornay mor zoy
              """));

  private static final List<String> BRING =
      List.copyOf(
          folded(
              """
              bring brought join invit sponsor reuni come nachhol nachzug hol rejoindre regroup
              بیاور بیار آورد بخواه دعوت الحاق بپیوند پیوست یکجا بیای انتقال
              راول راوړ راوست رابل راغوښت یوځای راش راځ
              biyar byar beyar biar awar bekhah dawat biya rawal rawr rawast rabol
              """));

  private static final int SHORTEST_STEM = 4;
  private static final int NEAR = 6;
  private static final int SHORT = 8;

  private static Set<String> folded(String words) {
    return Stream.of(words.strip().split("\\s+"))
        .map(Folding::fold)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether something may be asked about another country than this one. */
  boolean yields() {
    return this == RELATIVE || this == ORIGIN || this == ADJECTIVE;
  }

  /**
   * @param words of the message, folded
   * @param at where the country's name begins
   * @param end behind its last word
   * @param ending what the name carries beyond itself, empty in most languages
   */
  static CountryRole of(List<String> words, int at, int end, String ending) {
    String before = at > 0 ? words.get(at - 1) : "";
    // "to the USA", "in die Türkei"
    if (Set.of("the", "die", "den", "la", "les").contains(before) && at > 1) {
      before = words.get(at - 2);
    }
    String after = end < words.size() ? words.get(end) : "";
    if (OF_LANGUAGE.contains(before) || OF_LANGUAGE.contains(after)) {
      return ADJECTIVE;
    }
    if (TO_BEFORE.contains(before) || TO_AFTER.contains(after) || TO_ENDINGS.contains(ending)) {
      return DESTINATION;
    }
    if (FROM_BEFORE.contains(before)
        || FROM_AFTER.contains(after)
        || FROM_ENDINGS.contains(ending)) {
      return ORIGIN;
    }
    if (IN_BEFORE.contains(before)
        && words.size() <= SHORT
        && words.stream().noneMatch(w -> begins(w, KIN))) {
      return PLACE;
    }
    // The name itself says nothing: Rawalpindi begins like a Pashto word for bringing.
    boolean brings =
        Stream.concat(words.subList(0, at).stream(), words.subList(end, words.size()).stream())
            .anyMatch(CountryRole::isBringing);
    return brings && isOfRelative(words, at) ? RELATIVE : PLAIN;
  }

  /** Whether the nearest person before the country's name is a relative. */
  private static boolean isOfRelative(List<String> words, int at) {
    for (int i = at - 1; i >= Math.max(0, at - NEAR); i--) {
      if (SELF.contains(words.get(i))) {
        return false;
      }
      if (begins(words.get(i), KIN)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBringing(String word) {
    return begins(word, BRING);
  }

  /** Short stems only whole: many a word begins with them. */
  private static boolean begins(String word, List<String> stems) {
    for (String stem : stems) {
      if (stem.length() < SHORTEST_STEM ? word.equals(stem) : word.startsWith(stem)) {
        return true;
      }
    }
    return false;
  }

  /** Whether Turkish or Uzbek says with it that somebody goes, stays or comes from there. */
  static boolean isEnding(String ending) {
    return TO_ENDINGS.contains(ending)
        || FROM_ENDINGS.contains(ending)
        || IN_ENDINGS.contains(ending);
  }
}
