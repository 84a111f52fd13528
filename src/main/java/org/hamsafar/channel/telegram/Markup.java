package org.hamsafar.channel.telegram;

import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in pieces that must not be torn: tags, entities, and what a reader sees as one letter. */
final class Markup {
  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9-]*)[^<>]*>");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");

  /** A letter with more marks than this is no letter; it may be torn between its code points. */
  private static final int LONGEST_LETTER = 64;

  private Markup() {}

  enum Kind {
    LETTER,
    OPEN,
    CLOSE
  }

  /**
   * @param text as written
   */
  record Atom(Kind kind, String text) {
    boolean isSpace() {
      return kind == Kind.LETTER && text.isBlank();
    }

    /** For {@code <a href="…">}: {@code </a>}. */
    String closing() {
      Matcher tag = TAG.matcher(text);
      return tag.matches() ? "</" + tag.group(2) + ">" : "";
    }
  }

  /** Plain text: every character stands for itself. */
  static List<Atom> plain(String text) {
    List<Atom> atoms = new ArrayList<>();
    letters(text, atoms);
    return atoms;
  }

  /**
   * HTML. The result is well nested whatever came in: tags that nothing opens are left out, and so
   * are those that would take more than {@code room} characters together.
   */
  static List<Atom> html(String html, int room) {
    List<Atom> atoms = new ArrayList<>();
    Deque<Atom> open = new ArrayDeque<>();
    Matcher tags = TAG.matcher(html);
    int from = 0;
    while (tags.find()) {
      text(html.substring(from, tags.start()), atoms);
      tag(tags, open, atoms, room);
      from = tags.end();
    }
    text(html.substring(from), atoms);
    while (!open.isEmpty()) {
      atoms.add(new Atom(Kind.CLOSE, open.pop().closing()));
    }
    return atoms;
  }

  private static void tag(Matcher tag, Deque<Atom> open, List<Atom> atoms, int room) {
    if (tag.group(1).isEmpty()) {
      int taken = open.stream().mapToInt(a -> a.text().length() * 2).sum();
      if (taken + tag.group().length() * 2 <= room) {
        Atom atom = new Atom(Kind.OPEN, tag.group());
        open.push(atom);
        atoms.add(atom);
      }
    } else if (!open.isEmpty() && open.getFirst().closing().equals("</" + tag.group(2) + ">")) {
      atoms.add(new Atom(Kind.CLOSE, open.pop().closing()));
    }
  }

  private static void text(String text, List<Atom> atoms) {
    Matcher entities = ENTITY.matcher(text);
    int from = 0;
    while (entities.find()) {
      letters(text.substring(from, entities.start()), atoms);
      atoms.add(new Atom(Kind.LETTER, entities.group()));
      from = entities.end();
    }
    letters(text.substring(from), atoms);
  }

  private static void letters(String text, List<Atom> atoms) {
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(text);
    int from = 0;
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      letter(text.substring(from, to), atoms);
      from = to;
    }
  }

  private static void letter(String letter, List<Atom> atoms) {
    String whole = Intake.text(letter);
    if (letter.length() <= LONGEST_LETTER) {
      atoms.add(new Atom(Kind.LETTER, whole));
    } else {
      letter
          .codePoints()
          .mapToObj(Character::toString)
          .forEach(c -> atoms.add(new Atom(Kind.LETTER, Intake.text(c))));
    }
  }

  /** What a reader sees of it. */
  static String visible(String html) {
    StringBuilder out = new StringBuilder();
    for (Atom atom : html(html, Integer.MAX_VALUE)) {
      if (atom.kind() == Kind.LETTER) {
        out.append(unescape(atom.text()));
      }
    }
    return out.toString();
  }

  private static String unescape(String letter) {
    return switch (letter) {
      case "&amp;" -> "&";
      case "&lt;" -> "<";
      case "&gt;" -> ">";
      case "&quot;" -> "\"";
      default -> letter;
    };
  }
}
