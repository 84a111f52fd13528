package org.hamsafar.channel.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether somebody speaks to the bot, and what is left of the text without the address. */
final class Addressing {
  private static final Pattern COMMAND = Pattern.compile("!(\\p{L}+)(.*)", Pattern.DOTALL);

  private final String user;
  private final List<String> names;
  private final MatrixSettings settings;

  /**
   * @param user the bot's user id
   * @param displayName as rooms show it; may be empty
   */
  Addressing(String user, String displayName, MatrixSettings settings) {
    this.user = user;
    this.names =
        List.of(user, displayName, localpart(user)).stream()
            .filter(n -> !n.isBlank())
            .distinct()
            .toList();
    this.settings = settings;
  }

  private static String localpart(String user) {
    int colon = user.indexOf(':');
    return user.substring(1, colon < 0 ? user.length() : colon);
  }

  /** Mentioned, or called by the prefix. */
  boolean isAddressed(JsonNode content) {
    for (JsonNode mentioned : content.at("/m.mentions/user_ids")) {
      if (mentioned.asText().equals(user)) {
        return true;
      }
    }
    String body = content.path("body").asText();
    // Clients from before m.mentions have only the text and the link.
    boolean old = !content.has("m.mentions");
    return isCommanded(body)
        || (old && (body.contains(user) || content.path("formatted_body").asText().contains(user)));
  }

  private boolean isCommanded(String body) {
    String prefix = settings.prefix();
    return body.toLowerCase(Locale.ROOT).startsWith(prefix)
        && (body.length() == prefix.length()
            || Character.isWhitespace(body.charAt(prefix.length())));
  }

  /**
   * What was said, without the quoted message, the address and with commands as the core knows
   * them.
   */
  String text(JsonNode content) {
    String text = content.path("body").asText();
    if (content.at("/m.relates_to/m.in_reply_to").isObject()) {
      text = withoutQuote(text);
    }
    text = text.strip();
    if (isCommanded(text)) {
      return commanded(text.substring(settings.prefix().length()).strip());
    }
    String bare = withoutName(text);
    Matcher command = COMMAND.matcher(bare);
    return command.matches() ? command.replaceFirst("/$1$2") : bare;
  }

  private String commanded(String rest) {
    if (rest.isEmpty()) {
      return "/menu";
    }
    String bare = rest.startsWith("!") || rest.startsWith("/") ? rest.substring(1) : rest;
    String first = bare.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    return settings.commands().contains(first) ? "/" + bare : rest;
  }

  private static String withoutQuote(String text) {
    if (!text.startsWith("> ")) {
      return text;
    }
    return String.join("\n", text.lines().dropWhile(l -> l.startsWith(">")).toList());
  }

  private String withoutName(String text) {
    for (String name : names) {
      String at = text.startsWith("@") && !name.startsWith("@") ? "@" + name : name;
      if (text.regionMatches(true, 0, at, 0, at.length())) {
        String rest = text.substring(at.length());
        if (rest.isEmpty() || !Character.isLetterOrDigit(rest.codePointAt(0))) {
          return rest.replaceFirst("^[\\s:,،]+", "");
        }
      }
    }
    return text;
  }
}
