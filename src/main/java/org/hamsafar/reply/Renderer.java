package org.hamsafar.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.channel.OutboundMessage.Button;
import org.hamsafar.knowledge.Body;

/** Renders a message as plain text and as the HTML that Telegram and Matrix share. */
public final class Renderer {
  private final MessageCatalogue catalogue;

  public Renderer(MessageCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Renders {@code message} for a channel. */
  public OutboundMessage render(
      Message message, ConversationId conversation, Abilities abilities, Optional<String> replyTo) {
    List<List<Button>> choices = abilities.voice() ? message.choices() : readable(message);
    boolean rtl = message.language().isRightToLeft();
    List<Button> numbered =
        abilities.numbers() ? choices.stream().flatMap(List::stream).toList() : List.of();
    String hint = numbered.isEmpty() ? "" : catalogue.text(message.reader(), "choose-number");
    return new OutboundMessage(
        conversation,
        new Lines(rtl, abilities.isolates(), Markup.PLAIN, false).text(message, numbered, hint),
        abilities.html()
            ? new Lines(rtl, abilities.isolates(), Markup.HTML, abilities.phoneLinks())
                .text(message, numbered, hint)
            : "",
        abilities.buttons() ? choices : List.of(),
        rtl,
        message.replaces(),
        replyTo,
        message.voice().filter(_ -> abilities.voice()));
  }

  private static List<List<Button>> readable(Message message) {
    return message.choices().stream()
        .filter(row -> row.stream().noneMatch(b -> b.payload().startsWith(Payloads.LISTEN + ":")))
        .toList();
  }

  /** How marks are written. */
  private enum Markup {
    PLAIN,
    HTML
  }

  private record Lines(boolean rtl, boolean isolates, Markup markup, boolean phoneLinks) {
    String text(Message message, List<Button> numbered, String hint) {
      List<String> parts = new ArrayList<>();
      for (Body.Block block : message.blocks()) {
        parts.add(block(block));
      }
      if (!numbered.isEmpty()) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < numbered.size(); i++) {
          lines.add(line((i + 1) + ". ", List.of(new Body.Text(numbered.get(i).label()))));
        }
        lines.add(line("", List.of(new Body.Text(hint))));
        parts.add(String.join("\n", lines));
      }
      return String.join("\n\n", parts);
    }

    private String block(Body.Block block) {
      return switch (block) {
        case Body.Paragraph p -> line("", p.spans());
        case Body.Heading h -> line("", List.of(new Body.Strong(h.plain())));
        case Body.Items items -> {
          List<String> lines = new ArrayList<>();
          for (int i = 0; i < items.items().size(); i++) {
            lines.add(line(items.ordered() ? (i + 1) + ". " : "• ", items.items().get(i)));
          }
          yield String.join("\n", lines);
        }
      };
    }

    private String line(String lead, List<Body.Span> spans) {
      StringBuilder line = new StringBuilder(lead);
      spans.forEach(span -> line.append(span(span)));
      return rtl ? Direction.begin(line.toString()) : line.toString();
    }

    private String span(Body.Span span) {
      Function<String, String> text = t -> escape(rtl && isolates ? Direction.isolate(t) : t);
      return switch (span) {
        case Body.Text t -> text.apply(t.text());
        case Body.Strong s ->
            markup == Markup.HTML ? "<b>" + text.apply(s.text()) + "</b>" : text.apply(s.text());
        case Body.Link link -> link(link, text);
      };
    }

    private String link(Body.Link link, Function<String, String> text) {
      boolean bare = link.text().equals(link.url());
      boolean phone = link.url().startsWith("tel:");
      if (markup == Markup.HTML && (!phone || phoneLinks)) {
        return "<a href=\"%s\">%s</a>".formatted(escape(link.url()), text.apply(link.text()));
      }
      if (bare || phone) {
        return text.apply(link.text());
      }
      return text.apply(link.text()) + ": " + text.apply(link.url());
    }

    private String escape(String text) {
      return markup == Markup.PLAIN
          ? text
          : text.replace("&", "&amp;")
              .replace("<", "&lt;")
              .replace(">", "&gt;")
              .replace("\"", "&quot;");
    }
  }
}
