package org.hamsafar.channel.telegram;

import java.util.concurrent.Semaphore;

/**
 * Lets one message at a time be taken by Telegram and noted as sent. Telegram knows no message
 * again: what was taken and not noted when the process dies comes twice, so it may only ever be
 * one.
 */
final class Turnstile {
  private final Semaphore free = new Semaphore(1, true);

  /** A message's way through; it may go in and out several times before it is noted. */
  final class Pass implements AutoCloseable {
    private boolean inside;

    void enter() throws InterruptedException {
      if (!inside) {
        free.acquire();
        inside = true;
      }
    }

    /** Others may go while this one waits. */
    void stepOut() {
      if (inside) {
        inside = false;
        free.release();
      }
    }

    @Override
    public void close() {
      stepOut();
    }
  }

  Pass pass() {
    return new Pass();
  }
}
