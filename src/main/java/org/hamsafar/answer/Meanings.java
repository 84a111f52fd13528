package org.hamsafar.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamsafar.retrieval.Candidate;
import org.hamsafar.retrieval.Neighbour;

/** What is found by its meaning, and how near each entry is by this. */
final class Meanings {
  /**
   * How slowly a place tells less than the one before it: reciprocal rank fusion (Cormack et al.,
   * 2009). Places and leads mean the same for every model, cosines do not.
   */
  private static final double SLOW = 10;

  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, Near> byEntry = new HashMap<>();

  private record Near(double place, double lead) {}

  private static final Near FAR = new Near(0, 0);

  /**
   * @param nearest the best first
   */
  Meanings(List<Neighbour> nearest) {
    double last = nearest.isEmpty() ? 0 : nearest.getLast().likeness();
    for (Neighbour n : nearest) {
      byEntry.putIfAbsent(
          n.candidate().entry(),
          new Near(SLOW / (SLOW + byEntry.size()), (n.likeness() - last) / (1 - last + 1e-6)));
      candidates.add(n.candidate());
    }
  }

  List<Candidate> candidates() {
    return candidates;
  }

  /** Fills in what meaning says of an entry. */
  Signals.Builder judge(String entry, Signals.Builder signals) {
    Near near = byEntry.getOrDefault(entry, FAR);
    return signals.set(Signal.MEANING, near.place()).set(Signal.MEANING_LEAD, near.lead());
  }
}
