package org.hamsafar.knowledge;

/** What a wrong answer can cost: {@code HIGH} is status, safety or much money. */
public enum Risk {
  HIGH,
  MEDIUM,
  LOW
}
