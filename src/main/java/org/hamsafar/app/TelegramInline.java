package org.hamsafar.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hamsafar.answer.Answer;
import org.hamsafar.answer.Outcome;
import org.hamsafar.answer.Question;
import org.hamsafar.answer.Scored;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.channel.telegram.InlineAnswers;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.reply.AnswerReply.Manner;
import org.hamsafar.reply.Message;

/** Entries for a question typed in any chat; nothing is asked back and nothing is kept. */
final class TelegramInline implements InlineAnswers {
  private static final Abilities SHOWN = new Abilities(true, true, true).withoutPhoneLinks();
  private static final ConversationId NOWHERE = new ConversationId("telegram", "inline");
  private static final int ENTRIES = 5;

  private final Core core;

  TelegramInline(Core core) {
    this.core = core;
  }

  @Override
  public List<Article> answer(String query, Optional<String> languageHint) {
    if (query.isBlank()) {
      return List.of();
    }
    Outcome outcome =
        core.answerer().answer(Question.of(query).withLanguage(languageHint.flatMap(this::known)));
    LanguageTag tag = outcome.replyLanguage();
    Manner manner = new Manner(outcome.detection().country(), false);
    return switch (outcome.answer()) {
      case Answer.Answered a -> List.of(article(tag, a.entry(), manner));
      case Answer.Detail d -> List.of(article(tag, d.entry(), manner));
      case Answer.Contested c -> List.of(article(tag, c.entry(), manner));
      case Answer.Crisis _ -> List.of(crisis(core.replies().of(outcome, manner)));
      case Answer.Clarify c ->
          articles(tag, c.options().isEmpty() ? best(outcome) : c.options(), manner);
      case Answer.NoAnswer _, Answer.Handoff _ -> List.of();
    };
  }

  private static List<Entry> best(Outcome outcome) {
    return outcome.candidates().stream().map(Scored::entry).distinct().toList();
  }

  private List<Article> articles(LanguageTag tag, List<Entry> entries, Manner manner) {
    return entries.stream().limit(ENTRIES).map(e -> article(tag, e, manner)).toList();
  }

  private Article article(LanguageTag tag, Entry entry, Manner manner) {
    String title = core.replies().title(tag, entry);
    OutboundMessage text = render(core.replies().entry(tag, entry, List.of(), manner));
    return new Article(
        id(entry.id()), title, core.replies().countryName(tag, entry.country()), text.html());
  }

  private Article crisis(Message message) {
    OutboundMessage text = render(message);
    String[] lines = text.plain().split("\\R+", 2);
    return new Article(id("crisis"), lines[0], lines.length > 1 ? lines[1] : "", text.html());
  }

  private OutboundMessage render(Message message) {
    return core.renderer().render(message, NOWHERE, SHOWN, Optional.empty());
  }

  /** Telegram takes at most 64 bytes; an entry's name may be longer. */
  private static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Telegram's {@code fa} stands for Dari here, as everywhere else. */
  private Optional<LanguageTag> known(String hint) {
    String language = hint.split("-", -1)[0];
    return core.knowledge().languages().keySet().stream()
        .filter(tag -> tag.language().equals(language))
        .findFirst();
  }
}
