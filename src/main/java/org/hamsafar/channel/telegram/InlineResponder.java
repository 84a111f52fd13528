package org.hamsafar.channel.telegram;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;

/** Answers inline questions; one that fails is asked again with the next letter typed. */
final class InlineResponder {
  private static final Logger LOG = LoggerFactory.getLogger(InlineResponder.class);
  private static final int SHOWN = 50;
  private static final int CACHED_SECONDS = 60;
  private static final int LIMIT = 4096;

  private final BotApi api;
  private final InlineAnswers answers;

  InlineResponder(BotApi api, InlineAnswers answers) {
    this.api = api;
    this.answers = answers;
  }

  void answer(Incoming.InlineQuestion question) {
    try {
      List<InlineQueryResultArticle> articles =
          answers.answer(question.query(), question.languageHint()).stream()
              .filter(a -> !Splitter.html(a.html(), LIMIT).isEmpty())
              .limit(SHOWN)
              .map(InlineResponder::article)
              .toList();
      api.call(
          AnswerInlineQuery.builder()
              .inlineQueryId(question.id())
              .results(articles)
              .cacheTime(CACHED_SECONDS)
              .isPersonal(true)
              .build());
    } catch (RuntimeException e) {
      LOG.error("telegram-inline-failed {}", e.getClass().getName());
    } catch (ApiFailure e) {
      LOG.debug("telegram-inline-not-answered {}", e.reason());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static InlineQueryResultArticle article(InlineAnswers.Article article) {
    InputTextMessageContent content =
        new InputTextMessageContent(Splitter.html(article.html(), LIMIT).getFirst());
    content.setParseMode("HTML");
    content.setLinkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build());
    InlineQueryResultArticle result =
        new InlineQueryResultArticle(article.id(), article.title(), content);
    result.setDescription(article.description());
    return result;
  }
}
