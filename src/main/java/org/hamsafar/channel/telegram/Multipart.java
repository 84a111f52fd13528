package org.hamsafar.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A form that may carry a voice note, as RFC 7578 has it. */
final class Multipart {
  private final String boundary;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** The boundary derives from the content, which therefore cannot hold it. */
  Multipart(Map<String, String> fields, Optional<byte[]> voice) {
    byte[] content = voice.orElseGet(() -> fields.toString().getBytes(UTF_8));
    boundary = "part-" + UUID.nameUUIDFromBytes(content);
    fields.forEach((name, value) -> write(part(name) + "\r\n\r\n" + value + "\r\n"));
    voice.ifPresent(bytes -> {
      write(part("voice") + "; filename=\"voice.ogg\"\r\n");
      write("Content-Type: audio/ogg\r\n\r\n");
      out.writeBytes(bytes);
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
