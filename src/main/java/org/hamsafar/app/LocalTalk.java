package org.hamsafar.app;

import java.util.List;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.conversation.Session;
import org.hamsafar.conversation.Situation;
import org.hamsafar.conversation.Turn;

/** One conversation kept in memory only: the terminal's. */
public final class LocalTalk {
  private final Core core;
  private final Abilities abilities;
  private final Situation situation;
  private Session session = Session.NEW;

  public LocalTalk(Core core, Abilities abilities) {
    this(core, abilities, Situation.PLAIN);
  }

  /** A conversation as it would be on a channel that has a way to a private chat. */
  public LocalTalk(Core core, Abilities abilities, Situation situation) {
    this.core = core;
    this.abilities = abilities;
    this.situation = situation;
  }

  /** Answers a message. */
  public List<OutboundMessage> answer(InboundMessage message) {
    Turn turn = core.conversation().handle(session, message, situation);
    session = turn.session();
    return turn.messages().stream()
        .map(m -> core.renderer().render(m, message.conversation(), abilities, message.replyTo()))
        .toList();
  }
}
