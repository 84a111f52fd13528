package org.hamsafar.retrieval;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of a passage, kept beside it so that ranking can compare without analysing again.
 *
 * @param questions the terms of each way of asking
 * @param title terms of the title
 * @param all every term of the passage
 */
public record Signature(List<List<String>> questions, List<String> title, Set<String> all) {
  private static final String PART = "\u0002";
  private static final String LINE = "\n";

  public Signature {
    questions = questions.stream().map(List::copyOf).toList();
    title = List.copyOf(title);
    all = Set.copyOf(all);
  }

  BytesRef encode() {
    String lines =
        questions.stream().map(q -> String.join(" ", q)).collect(Collectors.joining(LINE));
    return new BytesRef(lines + PART + String.join(" ", title) + PART + String.join(" ", all));
  }

  static Signature decode(BytesRef bytes) {
    String text = new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.UTF_8);
    int title = text.indexOf(PART);
    int all = text.indexOf(PART, title + 1);
    List<List<String>> questions = new ArrayList<>();
    for (String line : text.substring(0, title).split(LINE, -1)) {
      questions.add(words(line));
    }
    return new Signature(
        questions,
        words(text.substring(title + 1, all)),
        words(text.substring(all + 1)).stream().collect(Collectors.toUnmodifiableSet()));
  }

  private static List<String> words(String line) {
    return line.isEmpty() ? List.of() : Arrays.asList(line.split(" ", -1));
  }
}
