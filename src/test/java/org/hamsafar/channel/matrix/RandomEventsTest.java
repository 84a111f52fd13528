package org.hamsafar.channel.matrix;

import java.util.List;
import java.util.Random;
import org.hamsafar.RandomJson;
import org.hamsafar.RandomText;
import org.junit.jupiter.api.Test;

/** No event stops the reading of the next, whatever its fields hold. */
class RandomEventsTest {
  private static final int EVENTS = 10_000;

  @Test
  void everyEventIsRead() {
    Random random = new Random(20261129);
    RandomText texts =
        new RandomText(random, List.of("!hamsafar kar", "@bot:localhost: !menu", "کار"));
    new RandomJson(random, texts).feed(EventInput.samples(), EVENTS, new EventInput()::read);
  }
}
