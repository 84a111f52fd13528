package org.hamsafar.knowledge;

/** Who wrote a text. */
public enum Origin {
  HUMAN,
  MACHINE
}
