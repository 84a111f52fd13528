package org.hamsafar.knowledge;

import java.util.Locale;

/** Kinds of danger, the most urgent first. */
public enum Danger {
  /** Illness, accident, fire, water: life is at stake, by nobody's will. */
  EMERGENCY,
  SUICIDE,
  VIOLENCE,
  CHILD,
  DETAINED,
  TRAFFICKING;

  /** As written in files: {@code suicide}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
