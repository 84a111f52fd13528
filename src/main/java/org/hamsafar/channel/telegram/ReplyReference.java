package org.hamsafar.channel.telegram;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@link org.hamsafar.channel.InboundMessage#replyTo()} says here: {@code q17.4} for message
 * 17 of update 4.
 *
 * @param update so that two presses of one button, or two edits of one question, differ
 */
record ReplyReference(Kind kind, int message, long update) {
  private static final Pattern FORM = Pattern.compile("([qpv])([0-9]{1,10})\\.([0-9]{1,18})");

  enum Kind {
    /** A message of the person's. */
    QUESTION("q"),
    /** A message of the bot's whose button was pressed. */
    PRESSED("p"),
    /** A message of the person's that was changed. */
    REVISED("v");

    private final String letter;

    Kind(String letter) {
      this.letter = letter;
    }
  }

  static Optional<ReplyReference> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      if (kind.letter.equals(form.group(1))) {
        return Optional.of(
            new ReplyReference(
                kind, Integer.parseInt(form.group(2)), Long.parseLong(form.group(3))));
      }
    }
    return Optional.empty();
  }

  String text() {
    return kind.letter + message + "." + update;
  }
}
