package org.hamsafar.channel.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Telegram's limits: one message a second in a chat, 20 a minute in a group, 30 a second in all.
 * Senders of one chat queue in the order in which they came; a chat that has to wait holds up no
 * other. Every span begins when the earlier message was answered: when Telegram counted it is not
 * known, but it was before that. A fiftieth is added, as clocks differ.
 */
final class Pacer {
  private static final long CHAT_GAP = Duration.ofMillis(1020).toNanos();
  private static final int GROUP_MESSAGES = 20;
  private static final long GROUP_SPAN = Duration.ofSeconds(61).toNanos();
  private static final int ALL_MESSAGES = 30;
  private static final long ALL_SPAN = Duration.ofMillis(1020).toNanos();

  /** Sends begin one after the other, so that few are on their way when the process dies. */
  private static final long START_GAP = Duration.ofMillis(25).toNanos();

  /** So many chats are kept before idle ones are looked for. */
  private static final int SWEEP_AT = 1024;

  private final Waits waits;
  private final CountDownLatch closed;
  private final Map<String, Chat> chats = new HashMap<>();
  private final Semaphore places = new Semaphore(ALL_MESSAGES, true);

  /** When each place that nobody holds may be used again. */
  private final PriorityQueue<Long> freeFrom = new PriorityQueue<>();

  private long nextStart;
  private int sweepAt = SWEEP_AT;

  Pacer(Waits waits, CountDownLatch closed) {
    this.waits = waits;
    this.closed = closed;
    nextStart = waits.nanos();
    freeFrom.addAll(Collections.nCopies(ALL_MESSAGES, waits.nanos()));
  }

  private static final class Chat {
    /** Fair, so that messages keep their order. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final ArrayDeque<Long> sent = new ArrayDeque<>();
    private int users;
    private long notBefore;

    private Chat(long now) {
      this.notBefore = now;
    }
  }

  /** Waits until everybody who came before has left the chat. */
  Lane enter(ChatAddress address) throws InterruptedException {
    Chat chat;
    synchronized (this) {
      sweep();
      chat = chats.computeIfAbsent(address.chat(), _ -> new Chat(waits.nanos()));
      chat.users++;
    }
    try {
      chat.turn.lockInterruptibly();
    } catch (InterruptedException e) {
      leave(chat);
      throw e;
    }
    return new Lane(chat, address.isGroup());
  }

  private synchronized void leave(Chat chat) {
    chat.users--;
  }

  private void sweep() {
    if (chats.size() < sweepAt) {
      return;
    }
    long now = waits.nanos();
    chats
        .values()
        .removeIf(c ->
            c.users == 0
                && c.notBefore <= now
                && (c.sent.isEmpty() || c.sent.getLast() + GROUP_SPAN <= now));
    sweepAt = Math.max(SWEEP_AT, chats.size() * 2);
  }

  private void until(long time) throws InterruptedException {
    long left = time - waits.nanos();
    while (left > 0) {
      if (waits.pause(Duration.ofNanos(left), closed)) {
        throw new InterruptedException("the channel is being closed");
      }
      left = time - waits.nanos();
    }
    if (closed.getCount() == 0) {
      throw new InterruptedException("the channel is being closed");
    }
  }

  /** Takes one of the places for all chats and waits until it may be used. */
  private void takePlace() throws InterruptedException {
    places.acquire();
    long from = firstFree();
    try {
      until(start(from));
    } catch (InterruptedException e) {
      givePlace(from);
      throw e;
    }
  }

  private synchronized long firstFree() {
    return freeFrom.remove();
  }

  private synchronized long start(long from) {
    long start = Math.max(Math.max(from, nextStart), waits.nanos());
    nextStart = start + START_GAP;
    return start;
  }

  private void givePlace(long usableFrom) {
    synchronized (this) {
      freeFrom.add(usableFrom);
    }
    places.release();
  }

  /** The right to send to one chat; held by one thread at a time. */
  final class Lane implements AutoCloseable {
    private final Chat chat;
    private final boolean group;

    private Lane(Chat chat, boolean group) {
      this.chat = chat;
      this.group = group;
    }

    /** Waits until the next message may be sent; {@link #answered} has to follow. */
    void await() throws InterruptedException {
      until(Math.max(chat.notBefore, groupMay()));
      takePlace();
    }

    /** Counts the message: Telegram has answered, or will not. */
    void answered() {
      long now = waits.nanos();
      givePlace(now + ALL_SPAN);
      chat.notBefore = now + CHAT_GAP;
      if (group) {
        if (chat.sent.size() == GROUP_MESSAGES) {
          chat.sent.removeFirst();
        }
        chat.sent.addLast(now);
      }
    }

    private long groupMay() {
      return chat.sent.size() < GROUP_MESSAGES ? chat.notBefore : chat.sent.getFirst() + GROUP_SPAN;
    }

    /** How long the chat has to wait as of now. */
    Duration held() {
      return Duration.ofNanos(Math.max(0, chat.notBefore - waits.nanos()));
    }

    /** Telegram has said how long to wait. */
    void holdBack(Duration retryAfter) {
      chat.notBefore = waits.nanos() + retryAfter.toNanos();
    }

    @Override
    public void close() {
      chat.turn.unlock();
      leave(chat);
    }
  }
}
