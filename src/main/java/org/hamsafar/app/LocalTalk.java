package org.hamsafar.app;

import java.util.List;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.conversation.Session;
import org.hamsafar.conversation.Turn;

/** One conversation kept in memory only: the terminal's. */
public final class LocalTalk {
  private final Core core;
  private final Abilities abilities;
  private Session session = Session.NEW;

  public LocalTalk(Core core, Abilities abilities) {
    this.core = core;
    this.abilities = abilities;
  }

  /** Answers a message. */
  public List<OutboundMessage> answer(InboundMessage message) {
    Turn turn = core.conversation().handle(session, message);
    session = turn.session();
    return turn.messages().stream()
        .map(m -> core.renderer().render(m, message.conversation(), abilities, message.replyTo()))
        .toList();
  }
}
