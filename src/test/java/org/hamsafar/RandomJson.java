package org.hamsafar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Takes a document that a platform could send and makes one of it that none would. */
public final class RandomJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "2147483648",
          "9223372036854775807",
          "-9223372036854775808",
          "1e300",
          "-0.5",
          "123456789012345678901234567890",
          "\"\"",
          "[]",
          "{}",
          "[[[]]]",
          "{\"a\":{\"id\":1}}",
          "\"\\ud800\"",
          "\"\\u0000\\u202e\"");

  private final Random random;
  private final RandomText texts;

  public RandomJson(Random random, RandomText texts) {
    this.random = random;
    this.texts = texts;
  }

  /** Hands so many changed documents, made of the samples, to a reader. */
  public void feed(List<JsonNode> samples, int count, Consumer<String> reader) {
    for (int i = 0; i < count; i++) {
      reader.accept(next(samples.get(random.nextInt(samples.size()))));
    }
  }

  /** The document with some fields of another kind, left out, renamed or moved. */
  private String next(JsonNode document) {
    JsonNode copy = document.deepCopy();
    for (int n = random.nextInt(4); n >= 0; n--) {
      change(copy);
    }
    String text = copy.toString();
    return random.nextInt(10) == 0 ? texts.changed(text) : text;
  }

  private void change(JsonNode document) {
    List<JsonNode> parents = new ArrayList<>();
    collect(document, parents);
    JsonNode parent = parents.get(random.nextInt(parents.size()));
    JsonNode value =
        random.nextInt(5) == 0 ? parents.get(random.nextInt(parents.size())).deepCopy() : value();
    if (parent instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(names.get(random.nextInt(names.size())), object.get(name).deepCopy());
        default -> object.set(name, value);
      }
    } else if (parent instanceof ArrayNode array) {
      array.add(value);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> parents) {
    if (node.isContainerNode()) {
      parents.add(node);
      node.forEach(child -> collect(child, parents));
    }
  }

  private JsonNode value() {
    try {
      return random.nextInt(3) == 0
          ? JSON.getNodeFactory().textNode(text())
          : JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text() {
    String text = texts.next().text();
    return random.nextInt(20) == 0 ? "aa" + "-a".repeat(20_000) : text;
  }
}
