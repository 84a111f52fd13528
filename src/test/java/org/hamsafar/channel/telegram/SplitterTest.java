package org.hamsafar.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Messages too long for Telegram. */
class SplitterTest {
  private static final Pattern PIECE = Pattern.compile("<(/?)([a-z]+)[^<>]*>|&[a-z]+;|[^<>&]+");
  private static final List<String> TEXTS =
      List.of(
          "کار ",
          "سلام",
          " ",
          "\n",
          "\n\n",
          "a",
          "Anmeldung ",
          "👩‍👩‍👧‍👦",
          "🇦🇫",
          "🏽",
          "é",
          "ښ",
          "می‌روم",
          "\u2068+49 30 1234\u2069",
          "&amp;",
          "&lt;",
          "&quot;",
          "\uD83D\uDE00",
          "ۍ ",
          "۱۲۳");
  private static final List<String> TAGS =
      List.of("<b>", "<i>", "<a href=\"https://example.org/?a=1&amp;b=2\">", "<code>");

  @Test
  void shortTextsStayWhole() {
    assertThat(Splitter.html("<b>a</b> &amp; b", 4096)).containsExactly("<b>a</b> &amp; b");
    assertThat(Splitter.plain("a < b & c", 4096)).containsExactly("a < b & c");
    assertThat(Splitter.html(" \n ", 4096)).isEmpty();
    assertThat(Splitter.html("", 4096)).isEmpty();
  }

  @Test
  void breaksBetweenParagraphsFirst() {
    String first = "الف ".repeat(150).strip();
    String second = "ب ".repeat(200).strip();
    assertThat(Splitter.html(first + "\n\n" + second, 700)).containsExactly(first, second);
    assertThat(Splitter.html(first + "\n" + second, 700)).containsExactly(first, second);
  }

  @Test
  void closesAndReopensTags() {
    List<String> parts = Splitter.html("<b>" + "word ".repeat(100).strip() + "</b>", 300);
    assertThat(parts).hasSize(2).allSatisfy(p -> assertThat(p).startsWith("<b>").endsWith("</b>"));
  }

  @Test
  void leavesOutTagsThatLeaveNoRoom() {
    String link = "<a href=\"https://example.org/" + "x".repeat(5000) + "\">here</a>";
    assertThat(Splitter.html("see " + link, 4096)).containsExactly("see here");
  }

  @Test
  void mendsBrokenInput() {
    assertThat(Splitter.html("a</b> <i>b", 4096)).containsExactly("a <i>b</i>");
    assertThat(Splitter.plain("\uD83D alone", 4096)).containsExactly("\uFFFD alone");
  }

  @Test
  void randomTextsStaySoundAndComplete() {
    Random random = new Random(20261124);
    for (int round = 0; round < 400; round++) {
      int limit = 300 + random.nextInt(4000);
      String html = random(random, 50 + random.nextInt(3000));
      List<String> parts = Splitter.html(html, limit);
      parts.forEach(p -> assertSound(p, limit));
      assertThat(letters(String.join("", parts.stream().map(Markup::visible).toList())))
          .isEqualTo(letters(Markup.visible(html)));
    }
  }

  @Test
  void randomPlainTextsStayComplete() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      String text = random(random, 2000);
      List<String> parts = Splitter.plain(text, 500);
      assertThat(parts).allSatisfy(p -> assertThat(p.length()).isBetween(1, 500));
      assertThat(letters(String.join("", parts))).isEqualTo(letters(text));
    }
  }

  private static String random(Random random, int pieces) {
    StringBuilder out = new StringBuilder();
    Deque<String> open = new ArrayDeque<>();
    for (int i = 0; i < pieces; i++) {
      int dice = random.nextInt(20);
      if (dice == 0 && open.size() < 3) {
        String tag = TAGS.get(random.nextInt(TAGS.size()));
        open.push(tag.replaceAll("<([a-z]+).*", "</$1>"));
        out.append(tag);
      } else if (dice == 1 && !open.isEmpty()) {
        out.append(open.pop());
      } else {
        out.append(TEXTS.get(random.nextInt(TEXTS.size())));
      }
    }
    open.forEach(out::append);
    return out.toString();
  }

  private static void assertSound(String part, int limit) {
    assertThat(part.length()).isBetween(1, limit);
    assertThat(part.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
    Deque<String> open = new ArrayDeque<>();
    Matcher pieces = PIECE.matcher(part);
    int from = 0;
    while (pieces.find()) {
      assertThat(pieces.start()).as("torn tag or entity").isEqualTo(from);
      from = pieces.end();
      if (pieces.group(2) != null && pieces.group(1).isEmpty()) {
        open.push(pieces.group(2));
      } else if (pieces.group(2) != null) {
        assertThat(open.pop()).isEqualTo(pieces.group(2));
      }
    }
    assertThat(from).isEqualTo(part.length());
    assertThat(open).isEmpty();
  }

  private static String letters(String text) {
    return text.replaceAll("\\s+", "");
  }
}
