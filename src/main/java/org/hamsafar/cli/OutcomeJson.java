package org.hamsafar.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hamsafar.answer.Outcome;
import org.hamsafar.answer.Question;
import org.hamsafar.answer.Scored;
import org.hamsafar.app.Core;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.console.Console;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Source;
import org.hamsafar.knowledge.Translation;
import org.hamsafar.reply.AnswerReply;
import org.hamsafar.reply.Message;
import org.hamsafar.reply.TranslationState;
import org.jspecify.annotations.Nullable;

/** The output of {@code ask --json}: the contract that other tools rely on. */
final class OutcomeJson {
  private final ObjectMapper mapper = new ObjectMapper();
  private final Core core;

  OutcomeJson(Core core) {
    this.core = core;
  }

  /** Answers one line of a batch; a line that cannot be read gives an object with an error. */
  String answerLine(String line) {
    Optional<JsonNode> id = Optional.empty();
    try {
      JsonNode node = mapper.readTree(line);
      id = Optional.ofNullable(node.get("id"));
      if (!node.isObject() || !node.path("text").isTextual()) {
        return error(id, "each line must be a JSON object with a text: {\"id\":…,\"text\":\"…\"}");
      }
      Question question =
          core.answerer()
              .afterReading(
                  after(node.path("after").asText(null)),
                  Question.of(node.path("text").asText())
                      .withLanguage(
                          AskCommand.tag(core.knowledge(), node.path("lang").asText(null)))
                      .withCountry(
                          AskCommand.code(core.knowledge(), node.path("country").asText(null))));
      return of(id, question, core.answerer().answer(question));
    } catch (JsonProcessingException e) {
      return error(id, "not JSON");
    } catch (UserException e) {
      return error(id, String.valueOf(e.getMessage()));
    }
  }

  private Optional<String> after(@Nullable String entry) {
    if (entry != null && core.knowledge().entry(entry).isEmpty()) {
      throw new UserException("no entry is called '%s'".formatted(entry));
    }
    return Optional.ofNullable(entry);
  }

  private String error(Optional<JsonNode> id, String what) {
    ObjectNode node = mapper.createObjectNode();
    id.ifPresent(value -> node.set("id", value));
    return node.put("error", what).toString();
  }

  /** What the person would read. */
  String text(Question question, Outcome outcome) {
    Message message =
        core.replies()
            .of(
                outcome,
                new AnswerReply.Manner(core.replies().where(outcome, question.country()), false));
    return core.renderer().render(message, Console.ID, Abilities.PLAIN, Optional.empty()).plain();
  }

  String of(Optional<JsonNode> id, Question question, Outcome outcome) {
    ObjectNode node = mapper.createObjectNode();
    id.ifPresent(value -> node.set("id", value));
    node.put("kind", outcome.answer().kind());
    node.put("lang", outcome.replyLanguage().value());
    node.put("detected", outcome.detection().language().value());
    node.put("confidence", rounded(outcome.confidence()));
    outcome.answered().ifPresent(entry -> put(node, entry, outcome));
    ArrayNode offered = node.putArray("offered");
    outcome.answer().offered().forEach(e -> offered.add(e.id()));
    node.put("text", text(question, outcome));
    node.set("candidates", candidates(outcome.candidates()));
    node.put("micros", outcome.micros());
    return node.toString();
  }

  private void put(ObjectNode node, Entry entry, Outcome outcome) {
    node.put("entry", entry.id());
    node.put("country", entry.country());
    node.set("topics", topics(entry));
    Optional<Translation> text =
        core.knowledge().fallback().nearest(outcome.replyLanguage(), entry.texts());
    text.ifPresent(t ->
        node.put(
            "translation",
            TranslationState.of(outcome.replyLanguage(), entry, t)
                .name()
                .toLowerCase(Locale.ROOT)));
    ArrayNode sources = node.putArray("sources");
    for (Source source : entry.sources()) {
      ObjectNode s = sources.addObject();
      s.put("title", source.title());
      s.put("publisher", source.publisher());
      source.url().ifPresent(url -> s.put("url", url));
      s.put("checked", source.checked().toString());
    }
  }

  private ArrayNode topics(Entry entry) {
    ArrayNode topics = mapper.createArrayNode();
    entry.topics().forEach(topics::add);
    return topics;
  }

  private ArrayNode candidates(List<Scored> scored) {
    ArrayNode candidates = mapper.createArrayNode();
    for (Scored s : scored) {
      ObjectNode c = candidates.addObject();
      c.put("entry", s.entry().id());
      c.put("country", s.entry().country());
      c.set("topics", topics(s.entry()));
      c.put("score", rounded(s.probability()));
    }
    return candidates;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
