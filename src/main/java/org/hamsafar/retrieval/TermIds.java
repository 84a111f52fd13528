package org.hamsafar.retrieval;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers the terms of passages that have been read, so that they are compared as numbers. */
final class TermIds {
  /** The number of a term that no passage has had. */
  static final int UNKNOWN = -1;

  private final ConcurrentHashMap<String, Integer> ids = new ConcurrentHashMap<>();
  private volatile String[] texts = new String[1 << 12];
  private int next;

  /** The number of a term, given to it now if it has none. */
  int add(String term) {
    Integer known = ids.get(term);
    return known == null ? ids.computeIfAbsent(term, this::give) : known;
  }

  private synchronized int give(String term) {
    if (next == texts.length) {
      texts = Arrays.copyOf(texts, next * 2);
    }
    texts[next] = term;
    return next++;
  }

  int of(String term) {
    return ids.getOrDefault(term, UNKNOWN);
  }

  String text(int id) {
    return texts[id];
  }

  /** Different numbers of terms, sorted. */
  int[] sorted(Iterable<String> terms) {
    int[] all = new int[16];
    int count = 0;
    for (String term : terms) {
      if (count == all.length) {
        all = Arrays.copyOf(all, count * 2);
      }
      all[count++] = add(term);
    }
    return Arrays.stream(all, 0, count).sorted().distinct().toArray();
  }
}
