package org.hamsafar.channel.telegram;

import java.util.List;
import java.util.Random;
import org.hamsafar.RandomJson;
import org.hamsafar.RandomText;
import org.junit.jupiter.api.Test;

/** No update stops the reading of the next, whatever its fields hold. */
class RandomUpdatesTest {
  private static final int UPDATES = 10_000;

  @Test
  void everyUpdateIsRead() {
    Random random = new Random(20261129);
    RandomText texts =
        new RandomText(random, List.of("/menu@TestNameBot", "@TestNameBot kar", "کار"));
    new RandomJson(random, texts).feed(UpdateInput.samples(), UPDATES, new UpdateInput()::read);
  }
}
