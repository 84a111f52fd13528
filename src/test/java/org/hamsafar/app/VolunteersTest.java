package org.hamsafar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.conversation.HumanTalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A question on its way to the volunteers and back, through engine and store. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VolunteersTest {
  private static final String ASKED = "my landlord took the kanary deposit";
  private static final String PERSON = "person-4711";

  @TempDir private Path folder = Path.of("");

  private Desk open() throws Exception {
    return new Desk(folder, new HumanTalk.Here());
  }

  /** Asks the volunteers; returns what they see. */
  private static OutboundMessage ask(Desk desk) throws InterruptedException {
    desk.channel.say(PERSON, "/human").join();
    assertThat(desk.channel.await(PERSON, 1).plain()).contains("volunteers", "employers");
    desk.channel.press(PERSON, "human:yes").join();
    desk.channel.await(PERSON, 2);
    desk.channel.say(PERSON, ASKED).join();
    assertThat(desk.channel.await(PERSON, 3).plain()).contains("Your ticket is", "24 hours");
    return desk.channel.await(Desk.VOLUNTEERS, 1);
  }

  @Test
  void aPlainReplyToTheTicketReachesThePersonWhoStaysUnnamed() throws Exception {
    try (Desk desk = open()) {
      OutboundMessage ticket = ask(desk);
      assertThat(ticket.plain()).contains(ASKED).doesNotContain(PERSON);
      desk.channel.reply(Desk.VOLUNTEERS, ticket, "Ask for it in writing.").join();
      assertThat(desk.channel.await(PERSON, 4).plain())
          .contains("A volunteer writes", "Ask for it in writing.");
      assertThat(desk.channel.await(Desk.VOLUNTEERS, 2).plain()).endsWith("✓");
    }
  }

  @Test
  void whatThePersonAddsReachesTheVolunteersAndCanBeAnswered() throws Exception {
    try (Desk desk = open()) {
      ask(desk);
      desk.channel.say(PERSON, "it was two months of rent").join();
      assertThat(desk.channel.await(PERSON, 4).plain()).contains("Passed on to the volunteers");
      OutboundMessage more = desk.channel.await(Desk.VOLUNTEERS, 2);
      assertThat(more.plain()).startsWith("#").contains("it was two months of rent");
      desk.channel.reply(Desk.VOLUNTEERS, more, "Then go to the tenants’ union.").join();
      assertThat(desk.channel.await(PERSON, 5).plain()).contains("tenants’ union");
    }
  }

  @Test
  void theBotCanBeAskedWhatWentToTheVolunteers() throws Exception {
    try (Desk desk = open()) {
      ask(desk);
      desk.channel.say(PERSON, "where is work in germany").join();
      desk.channel.await(PERSON, 4);
      desk.channel.press(PERSON, "human:bot").join();
      assertThat(desk.channel.await(PERSON, 5).plain()).contains("Finding work");
      assertThat(desk.channel.read(Desk.VOLUNTEERS)).hasSize(2);
    }
  }

  @Test
  void dangerIsAnsweredAtOnceEvenWhileVolunteersAreWaitedFor() throws Exception {
    try (Desk desk = open()) {
      ask(desk);
      desk.channel.say(PERSON, "I will kill myself").join();
      assertThat(desk.channel.await(PERSON, 4).plain()).contains("You are not alone");
      assertThat(desk.channel.await(Desk.VOLUNTEERS, 2).plain()).contains("kill myself");
    }
  }

  @Test
  void eitherSideEndsIt() throws Exception {
    try (Desk desk = open()) {
      OutboundMessage ticket = ask(desk);
      desk.channel.reply(Desk.VOLUNTEERS, ticket, "/close").join();
      assertThat(desk.channel.await(PERSON, 4).plain()).contains("is closed");
      desk.channel.say(PERSON, "where is work in germany").join();
      assertThat(desk.channel.await(PERSON, 5).plain()).contains("Finding work");
    }
  }

  @Test
  void thePersonEndsItInPlainWords() throws Exception {
    try (Desk desk = open()) {
      ask(desk);
      desk.channel.say(PERSON, "end ticket").join();
      assertThat(desk.channel.await(PERSON, 4).plain()).contains("is closed");
      OutboundMessage ended = desk.channel.await(Desk.VOLUNTEERS, 2);
      assertThat(ended.plain()).endsWith("✕");
      desk.channel.reply(Desk.VOLUNTEERS, ended, "one thing more").join();
      assertThat(desk.channel.await(Desk.VOLUNTEERS, 3).plain()).endsWith("?");
      assertThat(desk.channel.read(PERSON)).hasSize(4);
    }
  }

  @Test
  void pictureRepliesAndTalkAmongVolunteersAreNotPassedOn() throws Exception {
    try (Desk desk = open()) {
      OutboundMessage ticket = ask(desk);
      desk.channel.inGroup(Desk.VOLUNTEERS, "who takes this one?").join();
      desk.channel
          .say(
              Desk.VOLUNTEERS,
              new InboundMessage.Unsupported(),
              InboundMessage.Setting.GROUP,
              ticket.plain().lines().findFirst().orElseThrow())
          .join();
      assertThat(desk.channel.await(Desk.VOLUNTEERS, 2).plain()).contains("only text");
      assertThat(desk.channel.read(PERSON)).hasSize(3);
    }
  }

  @Test
  void nobodyThereIsSaidAndWhenSomebodyWillBe() throws Exception {
    try (Desk desk = new Desk(folder.resolve("nobody"), new HumanTalk.Nobody())) {
      desk.channel.say(PERSON, "/human").join();
      assertThat(desk.channel.await(PERSON, 1).plain()).contains("do not wait for an answer here");
    }
    try (Desk desk =
        new Desk(folder.resolve("away"), new HumanTalk.Away(LocalDate.of(2027, 1, 31)))) {
      desk.channel.say(PERSON, "/human").join();
      assertThat(desk.channel.await(PERSON, 1).plain()).contains("away until January 31, 2027");
      desk.channel.press(PERSON, "human:yes").join();
      assertThat(desk.channel.await(PERSON, 2).plain()).contains("away until");
    }
    try (Desk desk =
        new Desk(folder.resolve("back"), new HumanTalk.Away(LocalDate.of(2026, 11, 24)))) {
      desk.channel.say(PERSON, "/human").join();
      assertThat(desk.channel.await(PERSON, 1).plain()).contains("Shall I send your question");
    }
  }
}
