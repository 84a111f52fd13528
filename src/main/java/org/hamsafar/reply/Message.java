package org.hamsafar.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hamsafar.channel.OutboundMessage.Button;
import org.hamsafar.knowledge.Body;
import org.hamsafar.language.LanguageTag;

/**
 * A message before it is rendered for a channel: blocks and choices.
 *
 * @param language that the text is in
 * @param reader the language that the person reads best, in which the bot adds its own words
 * @param replaces whether it may take the place of the menu from which it was chosen
 * @param voice a recording that is played instead of the text where the channel can
 */
public record Message(
    LanguageTag language,
    LanguageTag reader,
    List<Body.Block> blocks,
    List<List<Button>> choices,
    boolean replaces,
    Optional<String> voice) {
  public Message {
    blocks = List.copyOf(blocks);
    choices = choices.stream().map(List::copyOf).toList();
  }

  /** A message of one paragraph. */
  public static Message of(LanguageTag language, String text) {
    return new Builder(language).say(text).build();
  }

  /** Collects blocks and choices. */
  public static final class Builder {
    private final LanguageTag language;
    private final LanguageTag reader;
    private final List<Body.Block> blocks = new ArrayList<>();
    private final List<List<Button>> choices = new ArrayList<>();
    private boolean replaces;
    private Optional<String> voice = Optional.empty();

    public Builder(LanguageTag language) {
      this(language, language);
    }

    /** A message whose text is not yet translated for {@code reader}. */
    public Builder(LanguageTag language, LanguageTag reader) {
      this.language = language;
      this.reader = reader;
    }

    /** Adds a paragraph. */
    public Builder say(String text) {
      blocks.add(new Body.Paragraph(List.of(new Body.Text(text))));
      return this;
    }

    public Builder heading(String text) {
      blocks.add(new Body.Heading(List.of(new Body.Text(text))));
      return this;
    }

    public Builder block(Body.Block block) {
      blocks.add(block);
      return this;
    }

    public Builder blocks(List<? extends Body.Block> more) {
      blocks.addAll(more);
      return this;
    }

    /** Adds one choice on a row of its own. */
    public Builder choice(String label, String payload) {
      choices.add(List.of(new Button(label, payload)));
      return this;
    }

    /** Adds choices on one row. */
    public Builder row(List<Button> row) {
      if (!row.isEmpty()) {
        choices.add(row);
      }
      return this;
    }

    /** Adds choices, {@code perRow} on each row. */
    public Builder grid(List<Button> buttons, int perRow) {
      for (int i = 0; i < buttons.size(); i += perRow) {
        row(buttons.subList(i, Math.min(buttons.size(), i + perRow)));
      }
      return this;
    }

    public Builder replacing() {
      replaces = true;
      return this;
    }

    /** Plays a recording, named as in the entry. */
    public Builder voice(String name) {
      voice = Optional.of(name);
      return this;
    }

    public Message build() {
      return new Message(language, reader, blocks, choices, replaces, voice);
    }
  }
}
