package org.hamsafar.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamsafar.channel.Channel;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.conversation.Effect;
import org.hamsafar.conversation.Session;
import org.hamsafar.conversation.Turn;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.reply.Message;
import org.hamsafar.store.Store;
import org.hamsafar.store.Tickets;

/**
 * Passes questions to the volunteers' chat and their replies back. The volunteers see a ticket
 * number and the text; whoever asked sees the reply and the same number.
 *
 * <p>A volunteer answers by the platform's reply to a message about the ticket, or with {@code
 * #1234 text}; the text {@code /close} ends the ticket.
 */
public final class Humans {
  private static final Pattern REPLY = Pattern.compile("(?s)\\s*#(\\d{4,9})\\s+(\\S.*)");
  private static final Pattern ABOUT = Pattern.compile("#(\\d{4,9})\\b.*");
  private static final int LOWEST = 100_000;
  private static final int HIGHEST = 1_000_000;

  private final Core core;
  private final Store store;
  private final Optional<ConversationId> volunteers;
  private final Map<String, ? extends Channel> channels;
  private final RandomGenerator random;
  private final int hours;

  /**
   * @param volunteers the chat of the volunteers; empty if there is none
   * @param channels by name
   * @param hours within which an answer is usual
   */
  public Humans(
      Core core,
      Store store,
      Optional<ConversationId> volunteers,
      Map<String, ? extends Channel> channels,
      RandomGenerator random,
      int hours) {
    this.core = core;
    this.store = store;
    this.volunteers = volunteers;
    this.channels = Map.copyOf(channels);
    this.random = random;
    this.hours = hours;
  }

  /**
   * What is said after the effects on tickets.
   *
   * @param messages to the person
   * @param elsewhere to the volunteers, or from them to somebody
   */
  record Done(List<Message> messages, List<OutboundMessage> elsewhere) {}

  /** Opens and closes tickets as the turn asks for. */
  Done apply(InboundMessage message, Turn turn) {
    List<Message> said = new ArrayList<>(turn.messages());
    List<OutboundMessage> elsewhere = new ArrayList<>();
    for (Effect effect : turn.effects()) {
      switch (effect) {
        case Effect.OpenTicket open -> open(message, open, said, elsewhere);
        case Effect.AddToTicket more ->
            store
                .tickets()
                .of(message.conversation())
                .ifPresent(
                    t -> toVolunteers("#%d +%n%s".formatted(t.number(), more.text()), elsewhere));
        case Effect.CloseTicket _ -> close(message.conversation(), turn.session(), said, elsewhere);
        case Effect.Forget _ ->
            store
                .tickets()
                .of(message.conversation())
                .ifPresent(t -> toVolunteers("#%d ✕".formatted(t.number()), elsewhere));
        case Effect.Gap _, Effect.Feedback _ -> {}
      }
    }
    return new Done(said, elsewhere);
  }

  private void open(
      InboundMessage message,
      Effect.OpenTicket open,
      List<Message> said,
      List<OutboundMessage> elsewhere) {
    long number = random.nextLong(LOWEST, HIGHEST);
    while (!store.tickets().open(number, message.conversation(), open.language()).join()) {
      number = random.nextLong(LOWEST, HIGHEST);
    }
    toVolunteers(
        "#%d · %s · %s%n%s"
            .formatted(number, open.language(), open.country().orElse("–"), open.question()),
        elsewhere);
    said.add(
        Message.of(
            open.language(),
            core.catalogue()
                .text(
                    open.language(),
                    "human-sent",
                    Map.of("ticket", Long.toString(number), "hours", hours))));
  }

  private void close(
      ConversationId id, Session session, List<Message> said, List<OutboundMessage> elsewhere) {
    LanguageTag tag = session.language().orElse(LanguageTag.ENGLISH);
    Optional<Tickets.Ticket> ticket = store.tickets().of(id);
    if (ticket.isEmpty()) {
      said.add(Message.of(tag, core.catalogue().text(tag, "human-none-open")));
      return;
    }
    store.tickets().close(ticket.get().number()).join();
    said.add(closed(tag, ticket.get().number()));
    toVolunteers("#%d ✕".formatted(ticket.get().number()), elsewhere);
  }

  private Message closed(LanguageTag tag, long number) {
    return Message.of(
        tag, core.catalogue().text(tag, "human-closed", Map.of("ticket", Long.toString(number))));
  }

  private void toVolunteers(String text, List<OutboundMessage> elsewhere) {
    volunteers.ifPresent(chat ->
        Optional.ofNullable(channels.get(chat.channel()))
            .ifPresent(channel ->
                elsewhere.add(
                    core.renderer()
                        .render(
                            Message.of(LanguageTag.ENGLISH, text),
                            chat,
                            channel.abilities(),
                            Optional.empty()))));
  }

  /** What comes of a message in the volunteers' chat; empty if it was said elsewhere. */
  Optional<Done> volunteer(InboundMessage message) {
    if (volunteers.isEmpty() || !volunteers.get().equals(message.conversation())) {
      return Optional.empty();
    }
    // Volunteers talk among themselves here; only replies to a ticket are for us.
    return Optional.of(reply(message).map(this::done).orElse(new Done(List.of(), List.of())));
  }

  /** What a volunteer says to a ticket. */
  private record Reply(long number, String text) {}

  private static Optional<Reply> reply(InboundMessage message) {
    Matcher written = REPLY.matcher(message.text());
    if (written.matches()) {
      return Optional.of(new Reply(Long.parseLong(written.group(1)), written.group(2)));
    }
    return message
        .repliesTo()
        .map(ABOUT::matcher)
        .filter(Matcher::matches)
        .map(about -> new Reply(Long.parseLong(about.group(1)), message.text().strip()));
  }

  private Done done(Reply reply) {
    Optional<Tickets.Ticket> ticket = store.tickets().find(reply.number());
    if (ticket.isEmpty()) {
      return new Done(List.of(english("#" + reply.number() + " ?")), List.of());
    }
    if (reply.text().isEmpty()) {
      return new Done(
          List.of(english("#" + reply.number() + ": only text can be passed on.")), List.of());
    }
    return new Done(
        List.of(english("#" + reply.number() + " ✓")), pass(ticket.get(), reply.text()));
  }

  /** Whether a question of this conversation is with the volunteers. */
  boolean hasOpen(ConversationId conversation) {
    return volunteers.isPresent() && store.tickets().of(conversation).isPresent();
  }

  private static Message english(String text) {
    return Message.of(LanguageTag.ENGLISH, text);
  }

  private List<OutboundMessage> pass(Tickets.Ticket ticket, String text) {
    boolean ends = text.strip().equals("/close");
    if (ends) {
      store.tickets().close(ticket.number()).join();
    }
    Message message = ends ? closed(ticket.language(), ticket.number()) : answer(ticket, text);
    return Optional.ofNullable(channels.get(ticket.conversation().channel()))
        .map(channel ->
            core.renderer()
                .render(message, ticket.conversation(), channel.abilities(), Optional.empty()))
        .stream()
        .toList();
  }

  private Message answer(Tickets.Ticket ticket, String text) {
    return new Message.Builder(ticket.language())
        .say(
            core.catalogue()
                .text(
                    ticket.language(),
                    "human-answer",
                    Map.of("ticket", Long.toString(ticket.number()))))
        .say(text)
        .build();
  }
}
