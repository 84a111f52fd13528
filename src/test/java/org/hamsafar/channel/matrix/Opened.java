package org.hamsafar.channel.matrix;

import java.util.ArrayList;
import java.util.List;

/** What a test class has opened, to be closed in the opposite order. */
final class Opened {
  private final List<AutoCloseable> things = new ArrayList<>();

  <T extends AutoCloseable> T keep(T thing) {
    things.add(thing);
    return thing;
  }

  public void close() throws Exception {
    for (AutoCloseable thing : things.reversed()) {
      thing.close();
    }
  }
}
