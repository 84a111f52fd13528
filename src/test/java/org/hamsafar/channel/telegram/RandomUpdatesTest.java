package org.hamsafar.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
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
    RandomJson json = new RandomJson(random, texts);
    List<JsonNode> samples = UpdateInput.samples();
    UpdateInput input = new UpdateInput();
    for (int i = 0; i < UPDATES; i++) {
      input.read(json.next(samples.get(random.nextInt(samples.size()))));
    }
  }
}
