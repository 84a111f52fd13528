package org.hamsafar.language;

import java.util.regex.Pattern;

/**
 * A BCP 47 language tag such as {@code fa-AF}, {@code ps} or {@code uz-Latn}.
 *
 * <p>{@code fa-AF-Latn} and {@code ps-Latn} stand for Dari and Pashto typed in Latin letters.
 *
 * @param value the tag, in the usual case: language small, script titled, region in capitals
 * @see <a href="https://www.rfc-editor.org/info/bcp47">BCP 47</a>
 */
public record LanguageTag(String value) implements Comparable<LanguageTag> {
  private static final Pattern SHAPE =
      Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?(-[A-Z][a-z]{3})?(-[A-Z]{2})?");

  public static final LanguageTag ENGLISH = new LanguageTag("en");
  public static final LanguageTag DARI = new LanguageTag("fa-AF");
  public static final LanguageTag PERSIAN = new LanguageTag("fa");
  public static final LanguageTag PASHTO = new LanguageTag("ps");
  public static final LanguageTag UZBEK_LATIN = new LanguageTag("uz-Latn");
  public static final LanguageTag UZBEK_ARABIC = new LanguageTag("uz-Arab");
  public static final LanguageTag URDU = new LanguageTag("ur");
  public static final LanguageTag DARI_LATIN = new LanguageTag("fa-AF-Latn");
  public static final LanguageTag PASHTO_LATIN = new LanguageTag("ps-Latn");

  /**
   * @throws IllegalArgumentException if {@code value} does not have the shape of a tag
   */
  public LanguageTag {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a language tag: " + value);
    }
  }

  /** Whether {@code value} has the shape of a language tag. */
  public static boolean isTag(String value) {
    return SHAPE.matcher(value).matches();
  }

  /** The primary language subtag: {@code fa} of {@code fa-AF}. */
  public String language() {
    int end = value.indexOf('-');
    return end < 0 ? value : value.substring(0, end);
  }

  /** Dari or Pashto typed in Latin letters, read and answered in its own script. */
  public boolean isRomanised() {
    return equals(DARI_LATIN) || equals(PASHTO_LATIN);
  }

  /** The tag in which such a message is answered: {@code fa-AF} for {@code fa-AF-Latn}. */
  public LanguageTag replyTag() {
    if (equals(DARI_LATIN)) {
      return DARI;
    }
    return equals(PASHTO_LATIN) ? PASHTO : this;
  }

  /** Whether text in this language runs from right to left. */
  public boolean isRightToLeft() {
    return !isRomanised()
        && (value.endsWith("-Arab")
            || switch (language()) {
              case "fa", "ps", "ur", "ar" -> true;
              default -> false;
            });
  }

  @Override
  public int compareTo(LanguageTag other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
