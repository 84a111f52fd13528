package org.hamsafar.conversation;

import java.util.List;
import org.hamsafar.channel.OutboundMessage.Button;
import org.hamsafar.reply.Message;
import org.hamsafar.reply.Payloads;

/** The way to the volunteers: asked for, agreed to, sent under a ticket number only. */
public final class HumanTalk {
  private final boolean reachable;

  /**
   * @param reachable whether a volunteers' chat is configured
   */
  public HumanTalk(boolean reachable) {
    this.reachable = reachable;
  }

  Turn ask(Talk talk) {
    if (!reachable) {
      return Turn.say(
          talk.session(),
          new Message.Builder(talk.tag())
              .say(talk.text("human-nobody"))
              .choice(talk.text("human-topics"), Payloads.of(Payloads.TOPIC, "legal-help"))
              .choice(talk.text("menu"), Payloads.MENU)
              .build());
    }
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

  Turn choice(Talk talk, String value) {
    return switch (value) {
      case "yes" ->
          reachable
              ? Turn.say(
                  talk.session().withStage(Session.Stage.HUMAN_QUESTION),
                  Message.of(talk.tag(), talk.text("human-write")))
              : ask(talk);
      case "no" ->
          Turn.say(
              talk.session().withStage(Session.Stage.OPEN),
              Message.of(talk.tag(), talk.text("human-cancelled")));
      default -> ask(talk);
    };
  }

  /** The question for the volunteers has been written: it goes out under a ticket number. */
  Turn question(Talk talk, String text) {
    Session open = talk.session().withStage(Session.Stage.OPEN);
    return new Turn(
        open,
        List.of(),
        List.of(new Effect.OpenTicket(talk.tag(), talk.session().knownCountry(), text)));
  }

  Turn close(Talk talk) {
    return new Turn(talk.session(), List.of(), List.of(new Effect.CloseTicket()));
  }
}
