package org.hamsafar.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The signs whether a message goes on.
 *
 * @param read about what was read, if anything was
 * @param offered about each text that was offered, by id, in order
 */
public record ThreadSigns(
    Optional<Map<ThreadSign, Double>> read, SequencedMap<String, Map<ThreadSign, Double>> offered) {
  public ThreadSigns {
    offered = new LinkedHashMap<>(offered);
  }
}
