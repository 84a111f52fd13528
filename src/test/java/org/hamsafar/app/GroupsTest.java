package org.hamsafar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.conversation.HumanTalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where others read along, nobody is asked for papers, and a private chat is offered. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GroupsTest {
  private static final String GROUP = "group";

  @TempDir private Path folder = Path.of("");

  private void expect(String said, String... words) throws Exception {
    try (Desk desk = new Desk(folder, new HumanTalk.Here())) {
      int before = 1;
      desk.channel.inGroup(GROUP, "/country").join();
      desk.channel.await(GROUP, before);
      desk.channel.inGroup(GROUP, "Germany").join();
      OutboundMessage country = desk.channel.await(GROUP, before + 1);
      assertThat(country.plain()).contains("Country: Germany").doesNotContain("Which paper");
      desk.channel.inGroup(GROUP, said).join();
      desk.channel.inGroup(GROUP, "/about").join();
      OutboundMessage last = desk.channel.await(GROUP, before + 2);
      while (!last.plain().startsWith("Hamsafar gives")) {
        last = desk.channel.await(GROUP, desk.channel.read(GROUP).size());
      }
      String all =
          String.join(
              "\n", desk.channel.read(GROUP).stream().skip(2).map(OutboundMessage::plain).toList());
      assertThat(all).contains(words);
      assertThat(all).doesNotContain("Which paper do you hold");
    }
  }

  @Test
  void papersAreAMatterForAPrivateChat() throws Exception {
    expect("/status", "write to me privately: https://desk.example/bot?start=de");
  }

  @Test
  void soAreVolunteers() throws Exception {
    expect("ask a human", "write to me privately: https://desk.example/bot?start=de");
  }

  @Test
  void dangerIsAnsweredAndAPrivateChatOffered() throws Exception {
    expect("I will kill myself", "You are not alone", "https://desk.example/bot?start=de");
  }

  @Test
  void theWelcomeSaysSoToo() throws Exception {
    expect("/start", "write no names", "https://desk.example/bot?start=de");
  }
}
