package org.hamsafar.channel.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hamsafar.channel.OutboundMessage.Button;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Builds requests that show a text. */
final class Requests {
  private static final LinkPreviewOptions NO_PREVIEW =
      LinkPreviewOptions.builder().isDisabled(true).build();

  private Requests() {}

  /**
   * One message.
   *
   * @param html whether {@code text} is marked up
   * @param editing the message to change, instead of sending a new one
   * @param quoting the message to reply to
   */
  record Draft(
      ChatAddress chat,
      String text,
      boolean html,
      List<List<Button>> buttons,
      Optional<Integer> editing,
      Optional<Integer> quoting) {
    Draft asPlainText() {
      return new Draft(chat, Markup.visible(text), false, buttons, editing, quoting);
    }

    Draft asNewMessage() {
      return new Draft(chat, text, html, buttons, Optional.empty(), quoting);
    }

    Draft movedTo(String newChat) {
      return new Draft(chat.movedTo(newChat), text, html, buttons, Optional.empty(), quoting);
    }

    PartialBotApiMethod<?> request(UnaryOperator<String> payloads) {
      return editing.isPresent() ? edit(editing.get(), payloads) : send(payloads);
    }

    private SendMessage send(UnaryOperator<String> payloads) {
      SendMessage send = new SendMessage(chat.chat(), text);
      chat.topic().ifPresent(send::setMessageThreadId);
      send.setLinkPreviewOptions(NO_PREVIEW);
      if (html) {
        send.setParseMode("HTML");
      }
      quoting.ifPresent(q ->
          send.setReplyParameters(
              ReplyParameters.builder().messageId(q).allowSendingWithoutReply(true).build()));
      InlineKeyboardMarkup keyboard = keyboard(payloads);
      if (keyboard != null) {
        send.setReplyMarkup(keyboard);
      }
      return send;
    }

    private EditMessageText edit(int message, UnaryOperator<String> payloads) {
      EditMessageText edit = EditMessageText.builder().text(text).build();
      edit.setChatId(chat.chat());
      edit.setMessageId(message);
      edit.setLinkPreviewOptions(NO_PREVIEW);
      if (html) {
        edit.setParseMode("HTML");
      }
      InlineKeyboardMarkup keyboard = keyboard(payloads);
      if (keyboard != null) {
        edit.setReplyMarkup(keyboard);
      }
      return edit;
    }

    private @Nullable InlineKeyboardMarkup keyboard(UnaryOperator<String> payloads) {
      List<InlineKeyboardRow> rows = new ArrayList<>();
      for (List<Button> row : buttons) {
        InlineKeyboardRow keys = new InlineKeyboardRow();
        for (Button button : row) {
          InlineKeyboardButton key = new InlineKeyboardButton(button.label());
          key.setCallbackData(payloads.apply(button.payload()));
          keys.add(key);
        }
        if (!keys.isEmpty()) {
          rows.add(keys);
        }
      }
      return rows.isEmpty() ? null : new InlineKeyboardMarkup(rows);
    }
  }
}
