package org.hamsafar.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A form that may carry a file, as RFC 7578 has it. */
final class Multipart {
  private final String boundary;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A file to send. */
  record FilePart(String field, String name, byte[] bytes) {}

  /** The boundary derives from the content, which therefore cannot hold it. */
  Multipart(Map<String, String> fields, Optional<FilePart> file) {
    byte[] content = file.map(FilePart::bytes).orElseGet(() -> fields.toString().getBytes(UTF_8));
    boundary = "part-" + UUID.nameUUIDFromBytes(content);
    fields.forEach((name, value) -> write(part(name) + "\r\n\r\n" + value + "\r\n"));
    file.ifPresent(f -> {
      write(part(f.field()) + "; filename=\"" + f.name() + "\"\r\n");
      write("Content-Type: audio/ogg\r\n\r\n");
      out.writeBytes(f.bytes());
      write("\r\n");
    });
    write("--" + boundary + "--\r\n");
  }

  private String part(String name) {
    return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
  }

  private void write(String text) {
    out.writeBytes(text.getBytes(UTF_8));
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  byte[] body() {
    return out.toByteArray();
  }
}
