package org.hamsafar.vectors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A model of three words in ONNX's protobuf format: every word is a vector of two numbers that
 * stands in a table.
 */
final class TinyModel {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final int[] TABLE = {0, 0, 3, 0, 0, 4};

  private TinyModel() {}

  /** A model that gives a vector a token, under a name. */
  static void tokens(Path folder, String output) throws IOException {
    write(
        folder,
        message(
            field(1, message(node("Gather", output, "table", "input_ids"))),
            output(output, 1, -1, 2)));
  }

  /** A model that gives one vector a sentence. */
  static void sentence(Path folder) throws IOException {
    byte[] axes = message(field(1, "axes"), number(8, 1), number(20, 7));
    byte[] noDimension = message(field(1, "keepdims"), number(3, 0), number(20, 2));
    write(
        folder,
        message(
            field(1, message(node("Gather", "words", "table", "input_ids"))),
            field(
                1,
                message(
                    node("ReduceMax", "sentence_embedding", "words"),
                    field(5, axes),
                    field(5, noDimension))),
            output("sentence_embedding", 1, 2)));
  }

  private static void write(Path folder, byte[] nodesAndOutputs) throws IOException {
    ByteBuffer table = ByteBuffer.allocate(4 * TABLE.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : TABLE) {
      table.putFloat(value);
    }
    byte[] words =
        message(
            number(1, 3),
            number(1, 2),
            number(2, FLOAT),
            field(8, "table"),
            field(9, table.array()));
    byte[] graph =
        message(
            nodesAndOutputs,
            field(2, "words"),
            field(5, words),
            field(11, value("input_ids", INT64, 1, -1)),
            field(11, value("attention_mask", INT64, 1, -1)));
    Files.write(
        folder.resolve("model.onnx"),
        message(number(1, 8), field(7, graph), field(8, message(field(1, ""), number(2, 13)))));
    Files.writeString(
        folder.resolve("tokenizer.json"),
        """
        {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [], "normalizer": null,
         "pre_tokenizer": {"type": "Whitespace"}, "post_processor": null, "decoder": null,
         "model": {"type": "WordLevel", "vocab": %s, "unk_token": "nothing"}}
        """
            .formatted(
                new com.fasterxml.jackson.databind.ObjectMapper()
                    .writeValueAsString(Map.of("nothing", 0, "east", 1, "north", 2))));
  }

  private static byte[] node(String type, String output, String... inputs) {
    byte[] node = new byte[0];
    for (String input : inputs) {
      node = message(node, field(1, input));
    }
    return message(node, field(2, output), field(4, type));
  }

  private static byte[] output(String name, long... dimensions) {
    return field(12, value(name, FLOAT, dimensions));
  }

  /** A dimension below 0 may be of any size. */
  private static byte[] value(String name, int type, long... dimensions) {
    byte[] shape = new byte[0];
    for (long dimension : dimensions) {
      byte[] size = dimension < 0 ? field(2, "any") : number(1, dimension);
      shape = message(shape, field(1, size));
    }
    byte[] tensor = message(number(1, type), field(2, shape));
    return message(field(1, name), field(2, field(1, tensor)));
  }

  private static byte[] message(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] number(int field, long value) {
    return message(varint((long) field << 3), varint(value));
  }

  private static byte[] field(int field, String text) {
    return field(field, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] field(int field, byte[] content) {
    return message(varint(((long) field << 3) | 2), varint(content.length), content);
  }

  private static byte[] varint(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long left = value;
    while (left > 0x7F) {
      out.write((int) ((left & 0x7F) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
    return out.toByteArray();
  }
}
