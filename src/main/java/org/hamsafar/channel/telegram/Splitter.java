package org.hamsafar.channel.telegram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.hamsafar.channel.telegram.Markup.Atom;
import org.hamsafar.channel.telegram.Markup.Kind;

/**
 * Splits a text into messages: between paragraphs if it can, else between lines, else between
 * words, and never inside a tag, an entity or a letter. Tags that are open at the end of a message
 * are closed there and opened again in the next.
 */
final class Splitter {
  private static final int RANKS = 4;

  private final List<Atom> atoms;
  private final int limit;
  private final List<String> parts = new ArrayList<>();
  private final Deque<Atom> open = new ArrayDeque<>();

  private Splitter(List<Atom> atoms, int limit) {
    this.atoms = atoms;
    this.limit = limit;
  }

  /**
   * Splits HTML.
   *
   * @param limit in UTF-16 units, tags counted; Telegram leaves them out, so this is on the safe
   *     side
   * @return never an empty part; no part at all if there is nothing to see
   */
  static List<String> html(String html, int limit) {
    return new Splitter(Markup.html(html, limit / 2), limit).split();
  }

  /** Splits plain text. */
  static List<String> plain(String text, int limit) {
    return new Splitter(Markup.plain(text), limit).split();
  }

  private List<String> split() {
    int start = 0;
    while (start < atoms.size()) {
      start = part(start);
    }
    return parts;
  }

  /** Writes the part that begins at {@code start} and tells where the next begins. */
  private int part(int start) {
    int[] breaks = new int[RANKS];
    int[] lengths = new int[RANKS];
    Deque<Atom> inside = new ArrayDeque<>(open);
    int length = open.stream().mapToInt(a -> a.text().length()).sum();
    int closers = open.stream().mapToInt(a -> a.closing().length()).sum();
    for (int i = start; i < atoms.size(); i++) {
      Atom atom = atoms.get(i);
      length += atom.text().length();
      closers += enter(inside, atom);
      if (length + closers > limit) {
        return write(start, best(breaks, lengths, i));
      }
      int rank = rank(i);
      breaks[rank] = i + 1;
      lengths[rank] = length;
    }
    return write(start, atoms.size());
  }

  /** How much longer or shorter the tags to be closed have become. */
  private static int enter(Deque<Atom> inside, Atom atom) {
    return switch (atom.kind()) {
      case LETTER -> 0;
      case OPEN -> {
        inside.push(atom);
        yield atom.closing().length();
      }
      case CLOSE -> {
        inside.pop();
        yield -atom.text().length();
      }
    };
  }

  /** 3 after a paragraph, 2 after a line, 1 after a word, 0 anywhere. */
  private int rank(int index) {
    Atom atom = atoms.get(index);
    if (!atom.isSpace()) {
      return 0;
    }
    if (!atom.text().contains("\n")) {
      return 1;
    }
    return index > 0 && atoms.get(index - 1).text().contains("\n") ? 3 : 2;
  }

  /** The best break that does not leave a message nearly empty. */
  private int best(int[] breaks, int[] lengths, int overflow) {
    for (int rank = RANKS - 1; rank > 0; rank--) {
      if (lengths[rank] >= limit / 4) {
        return breaks[rank];
      }
    }
    return overflow;
  }

  private int write(int start, int end) {
    StringBuilder part = new StringBuilder();
    open.descendingIterator().forEachRemaining(a -> part.append(a.text()));
    int last = end;
    while (last > start && atoms.get(last - 1).isSpace()) {
      last--;
    }
    boolean seen = false;
    for (int i = start; i < end; i++) {
      Atom atom = atoms.get(i);
      enter(open, atom);
      boolean space = atom.isSpace();
      seen |= atom.kind() == Kind.LETTER && !space;
      if (!space || (seen && i < last)) {
        part.append(atom.text());
      }
    }
    open.forEach(a -> part.append(a.closing()));
    if (seen) {
      parts.add(part.toString());
    }
    return Math.max(end, start + 1);
  }
}
