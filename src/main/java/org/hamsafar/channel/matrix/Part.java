package org.hamsafar.channel.matrix;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a message that fits into one event.
 *
 * @param html in the markup of {@link org.hamsafar.channel.OutboundMessage#html()}
 */
record Part(String plain, String html) {
  private static final String PARAGRAPH = "\n\n";

  /**
   * Splits a message between paragraphs where it can.
   *
   * @param limit in bytes of JSON, plain text and HTML together
   */
  static List<Part> split(String plain, String html, int limit) {
    String[] plains = plain.split(PARAGRAPH, -1);
    String[] htmls = html.split(PARAGRAPH, -1);
    List<Part> parts = new ArrayList<>();
    if (plains.length != htmls.length) {
      cut(plain, limit).forEach(parts::add);
      return parts;
    }
    for (int i = 0; i < plains.length; i++) {
      Part next = new Part(plains[i], htmls[i]);
      if (!parts.isEmpty() && parts.getLast().and(next).bytes() <= limit) {
        parts.add(parts.removeLast().and(next));
      } else if (next.bytes() <= limit) {
        parts.add(next);
      } else {
        parts.addAll(cut(next.plain, limit));
      }
    }
    return parts;
  }

  private Part and(Part next) {
    return new Part(plain + PARAGRAPH + next.plain, html + PARAGRAPH + next.html);
  }

  /** As they stand in an event. */
  private int bytes() {
    return bytes(plain) + bytes(matrixHtml());
  }

  private static int bytes(String text) {
    return Homeserver.JSON.valueToTree(text).toString().getBytes(StandardCharsets.UTF_8).length;
  }

  /** A paragraph that is too long by itself loses its markup and is cut between words. */
  private static List<Part> cut(String text, int limit) {
    // No UTF-16 unit takes more: a control character is 6 bytes twice, a line break 2 and 5.
    int most = limit / 21;
    List<Part> parts = new ArrayList<>();
    String rest = text;
    while (rest.length() > most) {
      int space = rest.lastIndexOf(' ', most);
      int end = space > most / 2 ? space : whole(rest, most);
      parts.add(of(rest.substring(0, end)));
      rest = rest.substring(end).stripLeading();
    }
    parts.add(of(rest));
    return parts;
  }

  private static int whole(String text, int end) {
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }

  static Part of(String text) {
    return new Part(text, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }

  /** The HTML as Matrix wants it: paragraphs and line breaks as elements. */
  String matrixHtml() {
    StringBuilder out = new StringBuilder();
    for (String paragraph : html.split(PARAGRAPH, -1)) {
      out.append("<p>").append(paragraph.replace("\n", "<br/>")).append("</p>");
    }
    return out.toString();
  }
}
