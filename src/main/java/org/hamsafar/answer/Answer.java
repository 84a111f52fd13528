package org.hamsafar.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hamsafar.knowledge.Body;
import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Danger;
import org.hamsafar.knowledge.Entry;

/** What is said to a question. */
public sealed interface Answer {
  /** The word for this kind in the output of {@code ask --json}. */
  String kind();

  /** The entry that answers; empty if it is asked back, declined, or help lines come first. */
  default Optional<Entry> entryThatAnswers() {
    return switch (this) {
      case Answered a -> Optional.of(a.entry());
      case Detail d -> Optional.of(d.entry());
      case Contested c -> Optional.of(c.entry());
      case Clarify _, NoAnswer _, Crisis _, Handoff _ -> Optional.empty();
    };
  }

  /** What answers, or else what may be meant. */
  default List<Entry> fitting() {
    return entryThatAnswers().map(List::of).orElseGet(this::offered);
  }

  /** The entries that are offered with it, to be read next. */
  default List<Entry> offered() {
    return switch (this) {
      case Answered a -> a.related();
      case Detail d -> d.related();
      case Contested c -> c.related();
      case Clarify c -> c.options();
      case NoAnswer n -> n.nearest();
      case Crisis c -> c.next();
      case Handoff _ -> List.of();
    };
  }

  /**
   * One entry answers it.
   *
   * @param related what the person may want to read next
   */
  record Answered(Entry entry, List<Entry> related) implements Answer {
    public Answered {
      related = List.copyOf(related);
    }

    @Override
    public String kind() {
      return "answered";
    }
  }

  /**
   * One entry answers it, by some of its points: the person has read the whole.
   *
   * @param points paragraphs and list items of the text as it is shown; none if it does not tell
   * @param doubtful whether they perhaps tell something else than what is asked
   */
  record Detail(Entry entry, List<Entry> related, List<Body.Block> points, boolean doubtful)
      implements Answer {
    public Detail {
      related = List.copyOf(related);
      points = List.copyOf(points);
    }

    @Override
    public String kind() {
      return "answered";
    }
  }

  /** Views side by side, or an author's view: attributed, never as fact. */
  record Contested(Entry entry, List<Entry> related) implements Answer {
    public Contested {
      related = List.copyOf(related);
    }

    @Override
    public String kind() {
      return "contested";
    }
  }

  /** The person has to say which is meant. */
  record Clarify(What what, List<Entry> options, List<Country> countries) implements Answer {
    /** What is unclear. */
    public enum What {
      /** Which of these matters. */
      ENTRY,
      /** In which country: {@code countries} have an answer. */
      COUNTRY,
      /** Only other countries have an answer. */
      OTHER_COUNTRY
    }

    public Clarify {
      options = List.copyOf(options);
      countries = List.copyOf(countries);
    }

    @Override
    public String kind() {
      return "clarify";
    }
  }

  /** Nothing fits; {@code nearest} are the topics that come nearest. */
  record NoAnswer(Reason reason, List<Entry> nearest) implements Answer {
    /** Why there is no answer. */
    public enum Reason {
      NOTHING_FITS,
      EMPTY,
      /** A greeting or thanks. */
      SMALL_TALK,
      /** An insult, or a ranking of groups, which gets a calm refusal. */
      REFUSED
    }

    public NoAnswer {
      nearest = List.copyOf(nearest);
    }

    @Override
    public String kind() {
      return "no_answer";
    }
  }

  /**
   * Somebody is in danger: help lines before anything else.
   *
   * @param next entries that would have answered, to be offered after the help lines
   * @param told the one of them that would have answered outright: its beginning is shown, too
   */
  record Crisis(Set<Danger> dangers, List<Entry> next, Optional<Entry> told) implements Answer {
    public Crisis {
      dangers = Set.copyOf(dangers);
      next = List.copyOf(next);
    }

    @Override
    public String kind() {
      return "crisis";
    }
  }

  /** The person wants a human. */
  record Handoff() implements Answer {
    @Override
    public String kind() {
      return "handoff";
    }
  }
}
