package org.hamsafar.knowledge;

/** How sure we are of a number; below {@code HIGH} it is shown as "check first". */
public enum Confidence {
  HIGH,
  MEDIUM,
  LOW
}
