package org.hamsafar.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamsafar.Canaries;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.Channel;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.InboundMessage.Setting;
import org.hamsafar.channel.OutboundMessage;

/** A platform in memory: people say something and read what they were sent. */
final class DeskChannel implements Channel {
  private final AtomicInteger keys = new AtomicInteger();
  private final List<OutboundMessage> sent = new ArrayList<>();
  private final Instant time;
  private Optional<Inlet> inlet = Optional.empty();

  DeskChannel(Instant time) {
    this.time = time;
  }

  static ConversationId id(String who) {
    return new ConversationId("desk", who);
  }

  /** Says something; completes when it is kept, before it is answered. */
  CompletableFuture<Void> say(String who, String text) {
    return say(who, new InboundMessage.Text(Canaries.plant(text)), Setting.PRIVATE, "");
  }

  CompletableFuture<Void> inGroup(String group, String text) {
    return say(group, new InboundMessage.Text(text), Setting.GROUP, "");
  }

  CompletableFuture<Void> press(String who, String payload) {
    return say(who, new InboundMessage.Choice(payload), Setting.PRIVATE, "");
  }

  /** Uses the platform's reply on a message of the bot's. */
  CompletableFuture<Void> reply(String group, OutboundMessage to, String text) {
    return say(
        group,
        new InboundMessage.Text(text),
        Setting.GROUP,
        to.plain().lines().findFirst().orElse(""));
  }

  CompletableFuture<Void> say(
      String who, InboundMessage.Content content, Setting setting, String repliesTo) {
    return inlet
        .orElseThrow()
        .receive(
            new InboundMessage(
                "desk:" + keys.incrementAndGet(),
                id(who),
                content,
                Optional.of("en"),
                setting,
                Optional.empty(),
                Optional.of(repliesTo).filter(t -> !t.isEmpty()),
                time));
  }

  /** All that somebody was sent so far. */
  synchronized List<OutboundMessage> read(String who) {
    return sent.stream().filter(m -> m.conversation().equals(id(who))).toList();
  }

  /** Waits for so many messages to somebody; returns the last of them. */
  synchronized OutboundMessage await(String who, int count) throws InterruptedException {
    while (read(who).size() < count) {
      wait();
    }
    return read(who).get(count - 1);
  }

  @Override
  public synchronized void send(OutboundMessage message, String key) {
    sent.add(message);
    notifyAll();
  }

  @Override
  public Optional<String> privateChat(String start) {
    return Optional.of("https://desk.example/bot?start=" + start);
  }

  @Override
  public String name() {
    return "desk";
  }

  @Override
  public Abilities abilities() {
    return Abilities.PLAIN;
  }

  @Override
  public void start(Inlet into) {
    inlet = Optional.of(into);
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void close() {}
}
