package org.hamsafar.retrieval;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;

/**
 * Numbers for the terms of an index that is being built: a passage is then some numbers, not sets
 * of strings. Safe for use by many threads; which term has which number depends on who comes first.
 */
final class TermNumbers {
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

  /** Whoever knows a number has it from the map, which came after its term was put here. */
  private volatile String[] terms = new String[1 << 12];

  private int size;

  /** The number of a term, from 0. */
  int of(String term) {
    Integer known = numbers.get(term);
    return known == null ? numbers.computeIfAbsent(term, this::add) : known;
  }

  private synchronized int add(String term) {
    if (size == terms.length) {
      terms = Arrays.copyOf(terms, 2 * size);
    }
    terms[size] = term;
    return size++;
  }

  String term(int number) {
    return terms[number];
  }

  synchronized int size() {
    return size;
  }

  /** Sorted, each once. */
  static int[] distinct(IntStream numbers) {
    return numbers.sorted().distinct().toArray();
  }

  /** The terms of some numbers, as often as they stand there. */
  TokenStream stream(int[] some) {
    return new CountedTerms(
        Arrays.stream(some).asLongStream().toArray(),
        (number, term) -> term.append(term((int) number)));
  }
}
