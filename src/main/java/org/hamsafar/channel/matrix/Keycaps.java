package org.hamsafar.channel.matrix;

import java.util.OptionalInt;

/** The emoji 1️⃣ to 🔟, which stand for buttons. */
final class Keycaps {
  static final int MOST = 10;
  private static final String KEYCAP = "\uFE0F\u20E3";
  private static final String TEN = "\uD83D\uDD1F";

  private Keycaps() {}

  /**
   * @param number 1 to 10
   */
  static String of(int number) {
    return number == MOST ? TEN : number + KEYCAP;
  }

  /** The number of a keycap, with or without the sign that asks for colours. */
  static OptionalInt read(String emoji) {
    String bare = emoji.replace("\uFE0F", "");
    for (int number = 1; number <= MOST; number++) {
      if (bare.equals(of(number).replace("\uFE0F", ""))) {
        return OptionalInt.of(number);
      }
    }
    return OptionalInt.empty();
  }
}
