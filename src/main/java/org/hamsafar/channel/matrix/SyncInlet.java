package org.hamsafar.channel.matrix;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Takes what the homeserver says. */
public interface SyncInlet {
  /**
   * Takes one sync response. The token behind it is saved only when the result is complete; a
   * failure lets the same response come again.
   *
   * @param json the response, events in rooms still encrypted
   * @param since the token it began from; without one, all it holds is history
   */
  CompletableFuture<Void> receive(String json, Optional<String> since);

  /** The homeserver no longer knows the access token. */
  void loggedOut();
}
