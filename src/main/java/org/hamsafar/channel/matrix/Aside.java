package org.hamsafar.channel.matrix;

import java.util.concurrent.Executor;
import org.slf4j.Logger;

/**
 * Makes requests that nobody waits for and that may fail.
 *
 * @param failed what is logged when one fails
 */
record Aside(Executor executor, Logger log, String failed) {
  /** A request to the homeserver. */
  interface Request {
    void send() throws MatrixException, InterruptedException;
  }

  void attempt(Request request) {
    executor.execute(() -> {
      try {
        request.send();
      } catch (MatrixException e) {
        log.debug("{} {}", failed, e.reason());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }
}
