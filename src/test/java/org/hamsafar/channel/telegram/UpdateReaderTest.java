package org.hamsafar.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.hamsafar.Canaries;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.InboundMessage.Setting;
import org.hamsafar.channel.InboundMessage.Text;
import org.hamsafar.channel.InboundMessage.Unsupported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the core is told of an update, and what not. */
class UpdateReaderTest {
  private static final Bot BOT = new Bot(Updates.BOT, Updates.USERNAME);

  private final UpdateReader reader = new UpdateReader(BOT, data -> data);

  private Optional<InboundMessage> read(ObjectNode update) {
    return reader.read(update).message();
  }

  private Optional<String> inGroup(String text) {
    return read(Updates.message(3, -100, text)).map(InboundMessage::text);
  }

  @Test
  void readsAPrivateMessageAndNoNames() {
    InboundMessage message = read(Updates.message(3, 17, "/start de_work")).orElseThrow();
    assertThat(message.key()).isEqualTo("tg:4242:3");
    assertThat(message.conversation()).isEqualTo(new ConversationId("telegram", "17"));
    assertThat(message.content()).isEqualTo(new Text("/start de_work"));
    assertThat(message.languageHint()).contains("fa");
    assertThat(message.setting()).isEqualTo(Setting.PRIVATE);
    assertThat(message.time().getEpochSecond()).isEqualTo(1_790_000_000L);
    assertThat(message.toString())
        .doesNotContain(Canaries.NAME, Canaries.USERNAME, "" + Canaries.CHAT);
  }

  @Test
  void keepsTheFirstLineOfTheBotsOwnMessageThatIsRepliedTo() {
    assertThat(repliesTo(Updates.BOT)).contains("#123456 · en · DE");
    assertThat(repliesTo(9)).isEmpty();
  }

  private Optional<String> repliesTo(long writer) {
    return read(Updates.with(
            Updates.message(3, 17, "yes"),
            "reply_to_message",
            "{'message_id':5,'from':{'id':%d},'text':'#123456 · en · DE\\nwhat was asked'}"
                .formatted(writer)))
        .orElseThrow()
        .repliesTo();
  }

  @Test
  void answersInGroupsOnlyWhoSpeaksToIt() {
    assertThat(inGroup("hello all")).isEmpty();
    assertThat(inGroup("/menu")).contains("/menu");
    assertThat(inGroup("/menu@testnamebot now")).contains("/menu now");
    assertThat(inGroup("/menu@OtherBot")).isEmpty();
    assertThat(inGroup("@TestNameBot کار دارم")).contains("کار دارم");
    assertThat(inGroup("write to x@TestNameBot.example or @TestNameBotty")).isEmpty();
    ObjectNode reply =
        Updates.with(
            Updates.message(3, -100, "and then?"), "reply_to_message", "{'from':{'id':4242}}");
    assertThat(read(reply)).map(InboundMessage::setting).contains(Setting.GROUP);
  }

  @Test
  void everyTopicIsAConversation() {
    ObjectNode topic = Updates.with(Updates.message(3, -100, "/menu"), "message_thread_id", "9");
    assertThat(read(topic).orElseThrow().conversation().id()).isEqualTo("-100");
    Updates.with(topic, "is_topic_message", "true");
    assertThat(read(topic).orElseThrow().conversation().id()).isEqualTo("-100#9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"voice", "photo", "document", "contact", "location", "video", "sticker"})
  void doesNotOpenWhatIsNoText(String kind) {
    ObjectNode update =
        Updates.with(
            Updates.message(3, 17),
            kind,
            "{'file_id':'f','phone_number':'" + Canaries.PHONE + "'}");
    InboundMessage message = read(update).orElseThrow();
    assertThat(message.content()).isEqualTo(new Unsupported());
    assertThat(message.toString()).doesNotContain("9370");
    assertThat(read(Updates.with(Updates.message(4, -100), kind, "{}"))).isEmpty();
  }

  @Test
  void refusesAnAlbumOnce() {
    for (int i = 3; i < 6; i++) {
      ObjectNode picture = Updates.with(Updates.message(i, 17), "photo", "[]");
      boolean told = read(Updates.with(picture, "media_group_id", "'g1'")).isPresent();
      assertThat(told).isEqualTo(i == 3);
    }
    ObjectNode again = Updates.with(Updates.message(3, 17), "photo", "[]");
    assertThat(read(Updates.with(again, "media_group_id", "'g1'"))).isPresent();
  }

  @Test
  void ignoresOtherBotsItselfAndServiceMessages() {
    ObjectNode bot = Updates.message(3, 17, "hi");
    ((ObjectNode) bot.at("/message/from")).put("is_bot", true);
    assertThat(read(bot)).isEmpty();
    assertThat(read(Updates.with(Updates.message(3, 17, "x"), "via_bot", "{'id':4242}"))).isEmpty();
    assertThat(read(Updates.with(Updates.message(3, -100), "new_chat_members", "[]"))).isEmpty();
    assertThat(read(Updates.json("{'update_id':3,'channel_post':{'text':'x'}}"))).isEmpty();
  }

  @Test
  void noticesThatItWasBlocked() {
    ObjectNode blocked =
        Updates.json(
            "{'update_id':3,'my_chat_member':{'date':1,'chat':{'id':17,'type':'private'},"
                + "'new_chat_member':{'status':'kicked'}}}");
    assertThat(read(blocked)).map(InboundMessage::content).contains(new InboundMessage.Left());
    ((ObjectNode) blocked.at("/my_chat_member/new_chat_member")).put("status", "member");
    assertThat(read(blocked)).isEmpty();
  }

  @Test
  void anEditOfAForgottenMessageIsNew() {
    ObjectNode edited = Updates.edited(Updates.message(1, 17, "a"), 2, "b");
    assertThat(read(edited)).map(InboundMessage::content).contains(new Text("b"));
    ObjectNode again = Updates.edited(Updates.message(1, 17, "a"), 3, "c");
    assertThat(read(again))
        .map(InboundMessage::content)
        .contains(new InboundMessage.Edited("c", "tg:4242:2"));
  }

  @Test
  void cutsAndMendsTexts() {
    assertThat(read(Updates.message(3, 17, "x".repeat(4095) + "😀")).orElseThrow().text())
        .hasSize(4095);
    assertThat(read(Updates.message(3, 17, "a\uD83Db")).orElseThrow().text()).isEqualTo("a\uFFFDb");
  }

  @Test
  void readsInlineQuestions() {
    Incoming incoming =
        reader.read(
            Updates.json(
                "{'update_id':3,'inline_query':{'id':'i1','query':'kar','from':{'id':1,'language_code':'ps'}}}"));
    assertThat(incoming.message()).isEmpty();
    assertThat(incoming.inline())
        .contains(new Incoming.InlineQuestion("i1", "kar", Optional.of("ps")));
  }
}
