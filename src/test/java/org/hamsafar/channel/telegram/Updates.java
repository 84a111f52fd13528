package org.hamsafar.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hamsafar.Canaries;

/** Updates as Telegram sends them, names and all. */
final class Updates {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final long BOT = 4242;
  static final String USERNAME = "TestNameBot";

  private Updates() {}

  /** Built from parts, so that no scanner takes it for a real one. */
  static String token() {
    return BOT + ":" + "not-a-real-token";
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static ObjectNode message(long update, long chat, String text) {
    ObjectNode node = message(update, chat);
    ((ObjectNode) node.path("message")).put("text", Canaries.plant(text));
    return node;
  }

  /** Without content. */
  static ObjectNode message(long update, long chat) {
    String type = chat < 0 ? "supergroup" : "private";
    return json(
        """
        {'update_id':%d,'message':{'message_id':%d,'date':1790000000,
         'chat':{'id':%d,'type':'%s','first_name':'%s','username':'%s','title':'Our group'},
         'from':{'id':%d,'is_bot':false,'first_name':'%s','last_name':'%s',
                 'username':'%s','language_code':'fa'}}}
        """
            .formatted(
                update,
                update + 1000,
                chat,
                type,
                Canaries.NAME,
                Canaries.USERNAME,
                Canaries.CHAT,
                Canaries.NAME,
                Canaries.NAME,
                Canaries.USERNAME));
  }

  static ObjectNode pressed(long update, long chat, int message, String data) {
    return json(
        """
        {'update_id':%d,'callback_query':{'id':'cb%d','chat_instance':'1','data':'%s',
         'from':{'id':%d,'is_bot':false,'first_name':'%s','language_code':'ps'},
         'message':{'message_id':%d,'date':1790000000,'chat':{'id':%d,'type':'private'}}}}
        """
            .formatted(update, update, data, Canaries.CHAT, Canaries.NAME, message, chat));
  }

  static ObjectNode edited(ObjectNode update, long number, String text) {
    ObjectNode node = JSON.createObjectNode();
    node.put("update_id", number);
    ObjectNode message = update.path("message").deepCopy();
    message.put("text", Canaries.plant(text));
    node.set("edited_message", message);
    return node;
  }

  static ObjectNode with(ObjectNode update, String field, String json) {
    ObjectNode message = (ObjectNode) update.path("message");
    JsonNode value = json("{'v':" + json + "}").path("v");
    message.set(field, value);
    return update;
  }
}
