package org.hamsafar.channel.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A small memory that forgets the oldest. What is lost with it, or with the process, must only cost
 * comfort, never a message.
 */
final class Recent<K, V> {
  private final Map<K, V> entries;

  Recent(int size) {
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > size;
          }
        };
  }

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  synchronized void put(K key, V value) {
    entries.put(key, value);
  }

  /** Puts unless there is one, and tells what is there now. */
  synchronized V claim(K key, V value) {
    V known = entries.putIfAbsent(key, value);
    return known == null ? value : known;
  }
}
