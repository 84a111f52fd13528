package org.hamsafar.channel.matrix;

import com.fasterxml.jackson.databind.JsonNode;
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
    RandomJson json = new RandomJson(random, texts);
    List<JsonNode> samples = EventInput.samples();
    EventInput input = new EventInput();
    for (int i = 0; i < EVENTS; i++) {
      input.read(json.next(samples.get(random.nextInt(samples.size()))));
    }
  }
}
