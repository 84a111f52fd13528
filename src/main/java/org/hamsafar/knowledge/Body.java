package org.hamsafar.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The body of a text: blocks of the plain Markdown subset, the first of them the short answer. */
public final class Body {
  private volatile Supplier<List<Block>> blocks;

  private Body(Supplier<List<Block>> blocks) {
    this.blocks = blocks;
  }

  /**
   * A body.
   *
   * @param blocks in order; never empty
   */
  public static Body of(List<Block> blocks) {
    List<Block> known = List.copyOf(blocks);
    return new Body(() -> known);
  }

  /**
   * A body that is made when it is first read: of a thousand texts, an answer shows one.
   *
   * @param blocks gives the same blocks each time
   */
  public static Body lazy(Supplier<List<Block>> blocks) {
    return new Body(blocks);
  }

  /** The blocks in order; never empty. */
  public List<Block> blocks() {
    List<Block> known = blocks.get();
    blocks = () -> known;
    return known;
  }

  /** A paragraph, heading or list. */
  public sealed interface Block {
    /** The text of the block without marks, for searching and comparing. */
    String plain();
  }

  /** Running text. */
  public record Paragraph(List<Span> spans) implements Block {
    public Paragraph {
      spans = List.copyOf(spans);
    }

    @Override
    public String plain() {
      return plainOf(spans);
    }
  }

  /** A heading; in contested entries the holder of a view. */
  public record Heading(List<Span> spans) implements Block {
    public Heading {
      spans = List.copyOf(spans);
    }

    @Override
    public String plain() {
      return plainOf(spans);
    }
  }

  /** A list; steps if {@code ordered}. */
  public record Items(boolean ordered, List<List<Span>> items) implements Block {
    public Items {
      items = items.stream().map(List::copyOf).toList();
    }

    @Override
    public String plain() {
      return items.stream().map(Body::plainOf).collect(Collectors.joining("\n"));
    }
  }

  /** A run of text of one kind. */
  public sealed interface Span {
    String text();
  }

  /** Plain text. */
  public record Text(String text) implements Span {}

  /** Emphasised text, mostly a term of the host country. */
  public record Strong(String text) implements Span {}

  /** A link; {@code text} is the address itself where the writer gave no words. */
  public record Link(String text, String url) implements Span {}

  /** The short answer: the first block. */
  public Block shortAnswer() {
    return blocks().getFirst();
  }

  /** All after the short answer. */
  public List<Block> details() {
    return blocks().subList(1, blocks().size());
  }

  /** The points of the text: paragraphs and list items, each by itself. */
  public List<Block> points() {
    List<Block> points = new ArrayList<>();
    for (Block block : blocks()) {
      switch (block) {
        case Items items -> items.items().forEach(i -> points.add(new Items(false, List.of(i))));
        case Paragraph paragraph -> points.add(paragraph);
        case Heading _ -> {}
      }
    }
    return points;
  }

  /** The whole text without marks. */
  public String plain() {
    return blocks().stream().map(Block::plain).collect(Collectors.joining("\n"));
  }

  private static String plainOf(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
