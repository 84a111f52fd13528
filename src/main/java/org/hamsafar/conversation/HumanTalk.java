package org.hamsafar.conversation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.channel.OutboundMessage.Button;
import org.hamsafar.reply.Dates;
import org.hamsafar.reply.Message;
import org.hamsafar.reply.Payloads;

/** The way to the volunteers: asked for, agreed to, sent under a ticket number only. */
public final class HumanTalk {
  private final Reach reach;

  /** Whether volunteers can be asked. */
  public sealed interface Reach {}

  /** They can. */
  public record Here() implements Reach {}

  /** There are none. */
  public record Nobody() implements Reach {}

  /**
   * Not now.
   *
   * @param until the day on which they are back
   */
  public record Away(LocalDate until) implements Reach {}

  public HumanTalk(Reach reach) {
    this.reach = reach;
  }

  Turn ask(Talk talk) {
    if (!talk.isPrivate()) {
      return Turn.say(talk.session(), talk.privately());
    }
    return switch (now(talk)) {
      case Here _ -> consent(talk);
      case Nobody _ -> nobody(talk, talk.text("human-nobody"));
      case Away away ->
          nobody(talk, talk.text("human-away", Map.of("date", Dates.of(talk.tag(), away.until()))));
    };
  }

  /** Who was away comes back without a restart. */
  private Reach now(Talk talk) {
    boolean back =
        reach instanceof Away away
            && !LocalDate.ofInstant(talk.message().time(), ZoneOffset.UTC).isBefore(away.until());
    return back ? new Here() : reach;
  }

  private static Turn consent(Talk talk) {
    return Turn.say(
        talk.session(),
        new Message.Builder(talk.tag())
            .say(talk.text("human-consent"))
            .row(
                List.of(
                    new Button(talk.text("human-send"), Payloads.of(Payloads.HUMAN, "yes")),
                    new Button(talk.text("human-cancel"), Payloads.of(Payloads.HUMAN, "no"))))
            .build());
  }

  private static Turn nobody(Talk talk, String text) {
    return Turn.say(
        talk.session(),
        new Message.Builder(talk.tag())
            .say(text)
            .choice(talk.text("human-topics"), Payloads.of(Payloads.TOPIC, "legal-help"))
            .choice(talk.text("menu"), Payloads.MENU)
            .build());
  }

  Turn choice(Talk talk, String value) {
    return switch (value) {
      case "yes" ->
          now(talk) instanceof Here && talk.isPrivate()
              ? Turn.say(
                  talk.session().withStage(Session.Stage.HUMAN_QUESTION),
                  Message.of(talk.tag(), talk.text("human-write")))
              : ask(talk);
      case "no" ->
          Turn.say(
              talk.session().withStage(Session.Stage.OPEN),
              Message.of(talk.tag(), talk.text("human-cancelled")));
      case "close" -> close(talk);
      default -> ask(talk);
    };
  }

  /**
   * The question for the volunteers has been written: it goes out under a ticket number.
   *
   * @param danger what is said first to somebody in danger
   */
  Turn question(Talk talk, String text, Optional<Turn> danger) {
    Effect open = new Effect.OpenTicket(talk.tag(), talk.session().knownCountry(), text);
    return after(danger, talk.session(), List.of(), open);
  }

  /** What somebody writes while a ticket is open belongs to it; the bot can be asked it, too. */
  Turn more(Talk talk, String text, Optional<Turn> danger) {
    Message added =
        new Message.Builder(talk.tag())
            .say(talk.text("human-added"))
            .choice(talk.text("human-ask-bot"), Payloads.of(Payloads.HUMAN, "bot"))
            .choice(talk.text("human-close"), Payloads.of(Payloads.HUMAN, "close"))
            .build();
    return after(
        danger,
        talk.session().withPending(Optional.of(text)),
        danger.isPresent() ? List.of() : List.of(added),
        new Effect.AddToTicket(text));
  }

  private static Turn after(
      Optional<Turn> danger, Session session, List<Message> messages, Effect effect) {
    List<Message> all = new ArrayList<>(danger.map(Turn::messages).orElse(List.of()));
    all.addAll(messages);
    Session next = danger.map(Turn::session).orElse(session);
    return new Turn(next.withStage(Session.Stage.OPEN), all, List.of(effect));
  }

  Turn close(Talk talk) {
    return new Turn(talk.session(), List.of(), List.of(new Effect.CloseTicket()));
  }
}
