package org.hamsafar.channel.telegram;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.hamsafar.channel.Channel.Inlet;
import org.hamsafar.channel.InboundMessage;

/** An inbox that keeps every key once. */
final class RecordingInlet implements Inlet {
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final List<InboundMessage> kept = new CopyOnWriteArrayList<>();
  private final List<InboundMessage> offered = new CopyOnWriteArrayList<>();
  private volatile Function<InboundMessage, CompletableFuture<Void>> store = this::keep;

  /** Puts something before {@link #keep}. */
  void storing(Function<InboundMessage, CompletableFuture<Void>> how) {
    store = how;
  }

  CompletableFuture<Void> keep(InboundMessage message) {
    if (keys.add(message.key())) {
      kept.add(message);
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> receive(InboundMessage message) {
    offered.add(message);
    return store.apply(message);
  }

  List<InboundMessage> kept() {
    return List.copyOf(kept);
  }

  List<String> texts() {
    return kept.stream().map(InboundMessage::text).toList();
  }

  /** Every offer, repeats included. */
  List<InboundMessage> offered() {
    return List.copyOf(offered);
  }
}
