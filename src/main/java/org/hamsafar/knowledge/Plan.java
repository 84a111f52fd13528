package org.hamsafar.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.language.LanguageTag;

/** The familiarisation plan of a country: what to do in the first days, weeks and months. */
public record Plan(String country, List<Step> steps) {
  public Plan {
    steps = List.copyOf(steps);
  }

  /** When a step is due. */
  public enum Phase {
    DAYS,
    WEEKS,
    MONTHS,
    FIRST_YEAR
  }

  /**
   * One step.
   *
   * @param status only for holders of these papers; empty for everybody
   */
  public record Step(
      String id,
      Phase phase,
      Map<LanguageTag, String> titles,
      Optional<String> entry,
      List<String> status) {
    public Step {
      titles = Map.copyOf(titles);
      status = List.copyOf(status);
    }
  }
}
