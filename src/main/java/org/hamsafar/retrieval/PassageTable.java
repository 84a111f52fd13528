package org.hamsafar.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.hamsafar.language.LanguageTag;

/** Of which entry, country and language every passage is. */
final class PassageTable {
  private static final int MOST_SETS = 1000;

  private final Column entries;
  private final Column countries;
  private final Column languages;
  private final List<LanguageTag> tags = new ArrayList<>();
  private final int[] next;
  private final int[] first;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Selection, Choice> choices = new ConcurrentHashMap<>();

  /**
   * Some passages, and between which all of them are: they are kept country by country, and what
   * lies between need not be looked at.
   */
  record Choice(FixedBitSet passages, List<Range> ranges) {}

  /**
   * Neighbouring passages.
   *
   * @param to not one of them
   */
  record Range(int from, int to) {}

  private record Selection(Set<String> countries, Set<LanguageTag> languages) {}

  /** One value a passage, as numbers of the different values. */
  private static final class Column {
    private final int[] of;
    private final String[] values;

    private Column(int[] of, String[] values) {
      this.of = of;
      this.values = values;
    }

    static Column read(LeafReader leaf, String field) throws IOException {
      SortedDocValues values = leaf.getSortedDocValues(field);
      int[] of = new int[leaf.maxDoc()];
      Arrays.fill(of, -1);
      if (values == null) {
        return new Column(of, new String[0]);
      }
      String[] all = new String[values.getValueCount()];
      for (int i = 0; i < all.length; i++) {
        all[i] = values.lookupOrd(i).utf8ToString();
      }
      for (int doc = values.nextDoc(); doc < of.length; doc = values.nextDoc()) {
        of[doc] = values.ordValue();
      }
      return new Column(of, all);
    }

    FixedBitSet which(IntPredicate wanted) {
      FixedBitSet set = new FixedBitSet(of.length);
      for (int doc = 0; doc < of.length; doc++) {
        if (of[doc] >= 0 && wanted.test(of[doc])) {
          set.set(doc);
        }
      }
      return set;
    }
  }

  PassageTable(LeafReader leaf) throws IOException {
    this.entries = Column.read(leaf, Fields.ENTRY);
    this.countries = Column.read(leaf, Fields.COUNTRY);
    this.languages = Column.read(leaf, Fields.LANGUAGE);
    for (String value : languages.values) {
      tags.add(new LanguageTag(value));
    }
    for (int i = 0; i < entries.values.length; i++) {
      numbers.put(entries.values[i], i);
    }
    this.next = new int[leaf.maxDoc()];
    this.first = new int[entries.values.length];
    Arrays.fill(first, -1);
    for (int doc = leaf.maxDoc() - 1; doc >= 0; doc--) {
      int entry = entries.of[doc];
      if (entry >= 0) {
        next[doc] = first[entry];
        first[entry] = doc;
      }
    }
  }

  String entry(int doc) {
    return entries.values[entries.of[doc]];
  }

  String country(int doc) {
    return countries.values[countries.of[doc]];
  }

  LanguageTag language(int doc) {
    return tags.get(languages.of[doc]);
  }

  /** The passages of an entry in some languages. */
  int[] passages(String entry, Set<LanguageTag> wanted) {
    Integer number = numbers.get(entry);
    int[] found = new int[wanted.size()];
    int count = 0;
    for (int doc = number == null ? -1 : first[number]; doc >= 0; doc = next[doc]) {
      if (count < found.length && wanted.contains(language(doc))) {
        found[count++] = doc;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** The passages of some countries in some languages; an empty set does not choose. */
  Choice which(Set<String> wanted, Set<LanguageTag> languagesWanted) {
    Selection selection = new Selection(wanted, languagesWanted);
    Choice known = choices.get(selection);
    if (known != null) {
      return known;
    }
    FixedBitSet set =
        countries.which(c -> wanted.isEmpty() || wanted.contains(countries.values[c]));
    List<Range> ranges = ranges(set);
    set.and(
        languages.which(l -> languagesWanted.isEmpty() || languagesWanted.contains(tags.get(l))));
    Choice choice = new Choice(set, ranges);
    if (choices.size() < MOST_SETS) {
      choices.put(selection, choice);
    }
    return choice;
  }

  private static List<Range> ranges(FixedBitSet set) {
    List<Range> ranges = new ArrayList<>();
    int start = -1;
    for (int doc = 0; doc <= set.length(); doc++) {
      boolean in = doc < set.length() && set.get(doc);
      if (in && start < 0) {
        start = doc;
      } else if (!in && start >= 0) {
        ranges.add(new Range(start, doc));
        start = -1;
      }
    }
    return List.copyOf(ranges);
  }
}
