package org.hamsafar.knowledge;

import java.util.Locale;

/** Kinds of danger, the most urgent first. */
public enum Danger {
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
