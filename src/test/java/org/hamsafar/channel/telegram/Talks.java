package org.hamsafar.channel.telegram;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hamsafar.app.Core;
import org.hamsafar.app.LocalTalk;
import org.hamsafar.channel.Channel;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;

/** The real conversation, one for each chat, kept in memory. */
final class Talks implements Channel.Inlet, AutoCloseable {
  private final Core core;
  private final Channel channel;
  private final Map<ConversationId, LocalTalk> talks = new ConcurrentHashMap<>();
  private final Map<ConversationId, ExecutorService> lines = new ConcurrentHashMap<>();
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final List<Exception> failures = new CopyOnWriteArrayList<>();

  Talks(Core core, Channel channel) {
    this.core = core;
    this.channel = channel;
  }

  @Override
  public CompletableFuture<Void> receive(InboundMessage message) {
    if (keys.add(message.key())) {
      lines
          .computeIfAbsent(
              message.conversation(),
              _ -> Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()))
          .execute(() -> answer(message));
    }
    return CompletableFuture.completedFuture(null);
  }

  private void answer(InboundMessage message) {
    LocalTalk talk =
        talks.computeIfAbsent(
            message.conversation(), _ -> new LocalTalk(core, channel.abilities()));
    int part = 0;
    try {
      for (OutboundMessage answer : talk.answer(message)) {
        channel.send(answer, message.key() + "/" + part++);
      }
    } catch (Channel.DeliveryException e) {
      failures.add(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  List<Exception> failures() {
    return failures;
  }

  @Override
  public void close() {
    lines.values().forEach(ExecutorService::shutdownNow);
  }
}
