package org.hamsafar.channel.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hamsafar.channel.Recordings;
import org.hamsafar.channel.telegram.ApiFailure.Reason;

/**
 * Sends recordings as voice notes. Telegram keeps what it was given once; from then on only its id
 * is sent. The ids hold for one bot and are kept in memory.
 */
final class Voices {
  private static final String METHOD = "sendVoice";
  private static final int KEPT = 1024;
  private static final int CAPTION = 1024;

  private final BotApi api;
  private final Recordings recordings;
  private final Recent<String, String> ids = new Recent<>(KEPT);

  Voices(BotApi api, Recordings recordings) {
    this.api = api;
    this.recordings = recordings;
  }

  /** Sends one; tells whether there is such a recording. */
  boolean send(String name, ChatAddress chat, String caption)
      throws ApiFailure, InterruptedException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("chat_id", chat.chat());
    chat.topic().ifPresent(t -> fields.put("message_thread_id", t.toString()));
    if (caption.length() <= CAPTION) {
      fields.put("caption", caption);
    }
    Optional<String> known = ids.get(name);
    if (known.isPresent() && isSent(fields, known.get())) {
      return true;
    }
    Optional<byte[]> recording = recordings.read(name);
    if (recording.isEmpty()) {
      return false;
    }
    String id = api.upload(METHOD, fields, recording).at("/voice/file_id").asText("");
    if (!id.isEmpty()) {
      ids.put(name, id);
    }
    return true;
  }

  /** An id that Telegram has forgotten is as good as none. */
  private boolean isSent(Map<String, String> fields, String id)
      throws ApiFailure, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("voice", id);
    try {
      api.upload(METHOD, all, Optional.empty());
      return true;
    } catch (ApiFailure e) {
      if (e.reason() != Reason.REFUSED) {
        throw e;
      }
      return false;
    }
  }
}
