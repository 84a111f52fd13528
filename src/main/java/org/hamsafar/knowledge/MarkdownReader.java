package org.hamsafar.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads the Markdown subset of the knowledge format and tells whatever lies outside of it. */
final class MarkdownReader {
  /** Lists in lists; what is nested deeper is text. */
  private static final int DEEPEST = 16;

  private final Parser parser =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .maxOpenBlockParsers(DEEPEST)
          .build();
  private final Problems problems;

  MarkdownReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * @param firstLine the line of the file on which {@code markdown} begins, from 1
   */
  Body read(String markdown, String file, int firstLine) {
    List<Body.Block> blocks = new ArrayList<>();
    Node document = parser.parse(markdown);
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      int line = line(node, firstLine);
      switch (node) {
        case Paragraph p -> blocks.add(new Body.Paragraph(spans(p, file, line)));
        case Heading h when h.getLevel() == 3 -> blocks.add(new Body.Heading(spans(h, file, line)));
        case BulletList list -> blocks.add(items(list, false, file, line));
        case OrderedList list -> blocks.add(items(list, true, file, line));
        case HtmlBlock html -> problems.add(Check.K024, file, line, shown(html.getLiteral()));
        default ->
            problems.add(Check.K025, file, line, "a " + node.getClass().getSimpleName() + " here");
      }
    }
    if (blocks.isEmpty() || !(blocks.getFirst() instanceof Body.Paragraph)) {
      problems.add(Check.K007, file, firstLine, "the short answer: a first paragraph");
      blocks.addFirst(new Body.Paragraph(List.of(new Body.Text(""))));
    }
    return Body.of(blocks);
  }

  private Body.Items items(ListBlock list, boolean ordered, String file, int line) {
    List<List<Body.Span>> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      int itemLine = line + Math.max(0, line(item, 1) - line(list, 1));
      List<Body.Span> spans = new ArrayList<>();
      for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
        if (child instanceof Paragraph p) {
          if (!spans.isEmpty()) {
            spans.add(new Body.Text(" "));
          }
          spans.addAll(spans(p, file, itemLine));
        } else if (child instanceof Block) {
          problems.add(Check.K025, file, itemLine, "a list item holds one paragraph");
        }
      }
      items.add(spans);
    }
    return new Body.Items(ordered, items);
  }

  private List<Body.Span> spans(Node parent, String file, int line) {
    List<Body.Span> spans = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text t -> spans.add(new Body.Text(t.getLiteral()));
        case SoftLineBreak _ -> spans.add(new Body.Text(" "));
        case StrongEmphasis s -> spans.add(new Body.Strong(plain(s)));
        case Link l when isWeb(l.getDestination()) ->
            spans.add(new Body.Link(plain(l), l.getDestination()));
        case Link l ->
            problems.add(Check.K025, file, line, "a link to '%s'".formatted(l.getDestination()));
        case HtmlInline html -> problems.add(Check.K024, file, line, shown(html.getLiteral()));
        default ->
            problems.add(Check.K025, file, line, "a " + node.getClass().getSimpleName() + " here");
      }
    }
    return spans;
  }

  private static boolean isWeb(String destination) {
    return destination.startsWith("https://")
        || destination.startsWith("http://")
        || destination.startsWith("tel:");
  }

  private static String plain(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text t) {
            text.append(t.getLiteral());
          }
        });
    return text.toString();
  }

  private static String shown(String html) {
    return html.length() > 40 ? html.substring(0, 40) : html.strip();
  }

  private static int line(Node node, int firstLine) {
    List<SourceSpan> spans = node.getSourceSpans();
    return (spans.isEmpty() ? 0 : spans.getFirst().getLineIndex()) + firstLine;
  }
}
