package org.hamsafar.channel;

import java.util.Optional;

/** Where a channel that plays voices finds them. */
public interface Recordings {
  /** There are none. */
  Recordings NONE = _ -> Optional.empty();

  /**
   * The recording of that name, Opus in an Ogg container.
   *
   * @param name as in {@link OutboundMessage#voice()}
   * @return empty if there is none any more
   */
  Optional<byte[]> read(String name);
}
