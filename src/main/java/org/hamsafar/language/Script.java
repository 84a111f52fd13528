package org.hamsafar.language;

/** The writing systems that people send us. */
public enum Script {
  ARABIC,
  LATIN,
  CYRILLIC,
  OTHER;

  /** The script of most letters of {@code text}; {@link #OTHER} if it has no letters. */
  public static Script dominant(String text) {
    int arabic = 0;
    int latin = 0;
    int cyrillic = 0;
    int other = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (!Character.isLetter(c)) {
        continue;
      }
      switch (of(c)) {
        case ARABIC -> arabic++;
        case LATIN -> latin++;
        case CYRILLIC -> cyrillic++;
        case OTHER -> other++;
      }
    }
    int most = Math.max(Math.max(arabic, latin), Math.max(cyrillic, other));
    if (most == 0 || most == other) {
      return OTHER;
    }
    if (most == arabic) {
      return ARABIC;
    }
    return most == latin ? LATIN : CYRILLIC;
  }

  /** The script of one letter. */
  public static Script of(int codePoint) {
    // Nearly all letters that come are of these, and the JDK searches for each.
    if ((codePoint >= 'a' && codePoint <= 'z') || (codePoint >= 'A' && codePoint <= 'Z')) {
      return LATIN;
    }
    if ((codePoint >= 0x0620 && codePoint < 0x0640)
        || (codePoint > 0x0640 && codePoint <= 0x064A)) {
      return ARABIC;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case ARABIC -> ARABIC;
      case LATIN -> LATIN;
      case CYRILLIC -> CYRILLIC;
      default -> OTHER;
    };
  }
}
