package org.hamsafar.retrieval;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of a passage, kept beside it so that ranking can compare without analysing again. Terms
 * are numbers of the index's {@link Vocabulary}; each part is sorted and has no number twice.
 */
public final class Signature {
  private static final String PART = "\u0002";
  private static final String LINE = "\n";

  private final List<int[]> ways;
  private final int[] title;
  private final int[] named;
  private final int[] all;

  private Signature(List<int[]> ways, int[] title, int[] named, int[] all) {
    this.ways = ways;
    this.title = title;
    this.named = named;
    this.all = all;
  }

  /** How many ways of asking there are, the title as the first of them. */
  public int ways() {
    return ways.size();
  }

  /** The terms of a way of asking; not to be changed. */
  public int[] way(int index) {
    return ways.get(index);
  }

  /** Terms of the title; not to be changed. */
  public int[] title() {
    return title;
  }

  /** Terms of all ways of asking and the title; not to be changed. */
  public int[] named() {
    return named;
  }

  /** Every term of the passage; not to be changed. */
  public int[] all() {
    return all;
  }

  static BytesRef encode(
      List<? extends Collection<String>> questions,
      Collection<String> title,
      Collection<String> all) {
    String lines =
        questions.stream().map(q -> String.join(" ", q)).collect(Collectors.joining(LINE));
    return new BytesRef(lines + PART + String.join(" ", title) + PART + String.join(" ", all));
  }

  static Signature decode(BytesRef bytes, TermIds ids) {
    String text = new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.UTF_8);
    int end = text.indexOf(PART);
    int rest = text.indexOf(PART, end + 1);
    List<String> title = words(text.substring(end + 1, rest));
    Set<String> named = new LinkedHashSet<>(title);
    List<int[]> ways = new ArrayList<>();
    ways.add(ids.sorted(title));
    for (String line : text.substring(0, end).split(LINE, -1)) {
      List<String> way = words(line);
      named.addAll(way);
      ways.add(ids.sorted(way));
    }
    return new Signature(
        List.copyOf(ways),
        ids.sorted(title),
        ids.sorted(named),
        ids.sorted(words(text.substring(rest + 1))));
  }

  private static List<String> words(String line) {
    return line.isEmpty() ? List.of() : Arrays.asList(line.split(" ", -1));
  }
}
