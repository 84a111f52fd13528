package org.hamsafar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.conversation.Effect;
import org.hamsafar.conversation.Session;
import org.hamsafar.language.LanguageTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every database must do; each test has conversations of its own. */
abstract class StoreContract {
  private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final ConversationId alice = new ConversationId("test", UUID.randomUUID().toString());
  private final ConversationId bob = new ConversationId("test", UUID.randomUUID().toString());

  @TempDir Path folder = Path.of("");
  private @Nullable Store open;

  /** The database under test; the same at each call. */
  abstract Database database();

  /** The key of the database under test. */
  Path keyFile() {
    return folder.resolve("secret.key");
  }

  @BeforeEach
  void open() {
    InstantSource clock = now::get;
    open = new Store(database(), Vault.open(keyFile(), new SecureRandom()), clock);
  }

  @AfterEach
  void close() {
    store().close();
  }

  void openAgain() {
    close();
    open();
  }

  Store store() {
    return Objects.requireNonNull(open);
  }

  InboundMessage message(ConversationId id, String key, String text) {
    return new InboundMessage(
        key,
        id,
        new InboundMessage.Text(text),
        Optional.empty(),
        InboundMessage.Setting.PRIVATE,
        Optional.empty(),
        START);
  }

  OutboundMessage reply(ConversationId id, String text) {
    return new OutboundMessage(id, text, "", List.of(), false, false, Optional.empty());
  }

  private String key() {
    return UUID.randomUUID().toString();
  }

  private Store.Received receive(ConversationId id, String text) {
    return store().receive(message(id, key(), text)).join().orElseThrow();
  }

  private List<Store.Received> waiting(ConversationId id) {
    return store().unanswered().stream()
        .filter(r -> r.message().conversation().equals(id))
        .toList();
  }

  private List<Store.Unsent> unsent(ConversationId id) {
    return store().unsent("test").stream()
        .filter(u -> u.message().conversation().equals(id))
        .toList();
  }

  @Test
  void aSecondDeliveryHasNoEffect() {
    String key = key();
    assertThat(store().receive(message(alice, key, "one")).join()).isPresent();
    assertThat(store().receive(message(alice, key, "one")).join()).isEmpty();
    assertThat(waiting(alice)).hasSize(1);
  }

  @Test
  void whatIsReceivedSurvivesInTheOrderOfArrival() {
    for (int i = 0; i < 20; i++) {
      receive(alice, "text " + i);
    }
    openAgain();
    assertThat(waiting(alice))
        .extracting(r -> r.message().text())
        .hasSize(20)
        .first()
        .isEqualTo("text 0");
    assertThat(waiting(alice)).last().extracting(r -> r.message().text()).isEqualTo("text 19");
  }

  @Test
  void anAnswerIsOneChange() {
    Store.Received received = receive(alice, "question");
    Session session = Session.NEW.withCountry("DE");
    store()
        .answered(
            received, session, List.of(reply(alice, "a"), reply(alice, "b")), List.of(), false)
        .join();
    assertThat(waiting(alice)).isEmpty();
    assertThat(store().session(alice)).contains(session);
    assertThat(unsent(alice)).extracting(u -> u.message().plain()).containsExactly("a", "b");
    unsent(alice).forEach(u -> store().sent(u).join());
    assertThat(unsent(alice)).isEmpty();
  }

  @Test
  void anAnswerWhoseExtraFailsIsNotKept() {
    Store.Received received = receive(alice, "question");
    Rows.Extra failing = c -> Rows.update(c, "insert into no_such_table (x) values (1)");
    assertThat(
            store()
                .answered(
                    received, Session.NEW, List.of(reply(alice, "a")), List.of(failing), false)
                .handle((_, e) -> e != null)
                .join())
        .isTrue();
    assertThat(waiting(alice)).hasSize(1);
    assertThat(unsent(alice)).isEmpty();
  }

  @Test
  void theSameAnswerTwiceIsTheSameRow() {
    Store.Received received = receive(alice, "question");
    for (int i = 0; i < 2; i++) {
      store().answered(received, Session.NEW, List.of(reply(alice, "a")), List.of(), false).join();
    }
    assertThat(unsent(alice)).hasSize(1);
  }

  @Test
  void forgettingTakesOneConversationAndNoOther() {
    store()
        .answered(receive(alice, "q"), Session.NEW.withCountry("DE"), List.of(), List.of(), false)
        .join();
    store()
        .answered(receive(bob, "q"), Session.NEW.withCountry("US"), List.of(), List.of(), false)
        .join();
    store().tickets().open(ticket(), alice, LanguageTag.DARI).join();
    receive(alice, "waits");
    store().forget(alice).join();
    assertThat(store().session(alice)).isEmpty();
    assertThat(store().tickets().of(alice)).isEmpty();
    assertThat(waiting(alice)).isEmpty();
    assertThat(store().session(bob)).isPresent();
  }

  private static long ticket() {
    return Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1_000_000_000L);
  }

  @Test
  void triesAreCountedThroughStarts() {
    receive(alice, "ends the process");
    for (int i = 1; i <= 3; i++) {
      openAgain();
      assertThat(store().tried(waiting(alice).getFirst()).join()).isEqualTo(i);
    }
  }

  @Test
  void aLeaseHasOneHolderUntilItRunsOut() {
    String lease = key();
    Duration minute = Duration.ofMinutes(1);
    assertThat(store().lease(lease, "first", minute).join()).isTrue();
    assertThat(store().lease(lease, "second", minute).join()).isFalse();
    assertThat(store().lease(lease, "first", minute).join()).isTrue();
    now.updateAndGet(t -> t.plus(minute).plusMillis(1));
    assertThat(store().lease(lease, "second", minute).join()).isTrue();
    assertThat(store().release(lease, "first").join()).isZero();
    assertThat(store().release(lease, "second").join()).isEqualTo(1);
  }

  @Test
  void silenceEndsASessionAndAgeATicket() {
    store()
        .answered(receive(alice, "q"), Session.NEW.withCountry("DE"), List.of(), List.of(), false)
        .join();
    store().tickets().open(ticket(), alice, LanguageTag.DARI).join();
    now.updateAndGet(t -> t.plus(Duration.ofDays(31)));
    purge();
    assertThat(store().session(alice)).isPresent();
    assertThat(store().tickets().of(alice)).isEmpty();
    now.updateAndGet(t -> t.plus(Duration.ofDays(60)));
    purge();
    assertThat(store().session(alice)).isEmpty();
  }

  private void purge() {
    store().purge(Duration.ofDays(90), Duration.ofDays(30), Duration.ofDays(7)).join();
  }

  @Test
  void aReminderComesOnceAWeekToWhoAskedForIt() {
    Duration week = Duration.ofDays(7);
    store()
        .answered(receive(alice, "q"), Session.NEW.withNudge(true), List.of(), List.of(), false)
        .join();
    store().answered(receive(bob, "q"), Session.NEW, List.of(), List.of(), false).join();
    now.updateAndGet(t -> t.plus(week).plusMillis(1));
    assertThat(reminded(week)).contains(alice).doesNotContain(bob);
    assertThat(reminded(week)).doesNotContain(alice);
    now.updateAndGet(t -> t.plus(week).plusMillis(1));
    assertThat(reminded(week)).contains(alice);
  }

  private Set<ConversationId> reminded(Duration every) {
    return store().takeReminders(every, 100).join().stream()
        .map(Store.Wanted::conversation)
        .collect(java.util.stream.Collectors.toSet());
  }

  @Test
  void aTipComesOnceADayToWhoTurnedItOnAndNotAgainOnThatDay() {
    answered(alice, Session.NEW.withTip(true));
    answered(bob, Session.NEW.withNudge(true));
    assertThat(tips(START.minusSeconds(60))).isEmpty();
    now.set(START.plus(Duration.ofDays(1)));
    answered(alice, Session.NEW.withTip(true));
    assertThat(tips(now.get())).containsExactly(alice);
    assertThat(tips(now.get())).isEmpty();
    now.set(START.plus(Duration.ofDays(2)));
    answered(alice, Session.NEW.withTip(false));
    assertThat(tips(now.get())).isEmpty();
  }

  private void answered(ConversationId id, Session session) {
    store().answered(receive(id, "q"), session, List.of(), List.of(), false).join();
  }

  private List<ConversationId> tips(Instant due) {
    return store().takeTips(due, 100).join().stream()
        .map(Store.Wanted::conversation)
        .filter(id -> id.equals(alice) || id.equals(bob))
        .toList();
  }

  @Test
  void aTicketReplacesAnOlderOneOfTheSamePerson() {
    long first = ticket();
    long second = ticket();
    assertThat(store().tickets().open(first, alice, LanguageTag.DARI).join()).isTrue();
    assertThat(store().tickets().open(first, bob, LanguageTag.DARI).join()).isFalse();
    assertThat(store().tickets().open(second, alice, LanguageTag.PASHTO).join()).isTrue();
    assertThat(store().tickets().find(first)).isEmpty();
    assertThat(store().tickets().find(second))
        .hasValueSatisfying(t -> assertThat(t.conversation()).isEqualTo(alice));
    store().tickets().close(second).join();
    assertThat(store().tickets().of(alice)).isEmpty();
  }

  @Test
  void aGapTellsNotWhoAsked() {
    // Letters only: a run of digits would be taken out like a telephone number.
    String word = UUID.randomUUID().toString().replaceAll("[^a-f]", "g");
    Effect.Gap gap =
        new Effect.Gap(
            LanguageTag.ENGLISH,
            Optional.of("DE"),
            word + " call me +49 170 1234567 or me@example.org",
            List.of());
    store()
        .answered(
            receive(alice, "q"), Session.NEW, List.of(), List.of(store().gaps().keep(gap)), false)
        .join();
    assertThat(store().gaps().all())
        .filteredOn(g -> g.question().startsWith(word))
        .singleElement()
        .satisfies(g -> assertThat(g.question()).doesNotContain("170", "example.org"));
  }
}
