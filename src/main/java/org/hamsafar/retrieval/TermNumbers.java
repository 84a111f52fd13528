package org.hamsafar.retrieval;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

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
  static int[] distinct(int[] numbers) {
    return Arrays.stream(numbers).sorted().distinct().toArray();
  }

  /** The terms, each once, with how often it stands there. */
  TokenStream stream(int[] numbers) {
    int[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return new Counted(sorted);
  }

  private final class Counted extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final int[] sorted;
    private int at;

    Counted(int[] sorted) {
      this.sorted = sorted;
    }

    @Override
    public boolean incrementToken() {
      if (at == sorted.length) {
        return false;
      }
      int first = at;
      while (at < sorted.length && sorted[at] == sorted[first]) {
        at++;
      }
      // Both attributes are set anew; clearing all of a stream's costs more than the rest.
      term.setEmpty().append(term(sorted[first]));
      frequency.setTermFrequency(at - first);
      return true;
    }

    @Override
    public void reset() {
      at = 0;
    }
  }
}
