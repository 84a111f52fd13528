package org.hamsafar.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.language.LanguageTag;

/** Questions on their way to the volunteers and back, known to them by a number only. */
public final class Tickets {
  private final Store store;
  private final Vault vault;
  private final Codec codec;

  Tickets(Store store, Vault vault, Codec codec) {
    this.store = store;
    this.vault = vault;
    this.codec = codec;
  }

  /** An open ticket. */
  public record Ticket(long number, ConversationId conversation, LanguageTag language) {}

  /**
   * Opens a ticket for a conversation. A person has one at a time: an older one is replaced.
   *
   * @param number not in use; drawn at random so that it tells nothing
   */
  public CompletableFuture<Boolean> open(
      long number, ConversationId conversation, LanguageTag language) {
    String sealed =
        vault.seal(
            codec
                .object()
                .put("channel", conversation.channel())
                .put("id", conversation.id())
                .put("language", language.value())
                .toString());
    return store.submit(c -> {
      Rows.update(c, "delete from ticket where conversation = ?", store.name(conversation));
      return Rows.update(
              c,
              "insert into ticket (number, conversation, sealed, opened) values (?, ?, ?, ?)"
                  + " on conflict (number) do nothing",
              number,
              store.name(conversation),
              sealed,
              store.now().toEpochMilli())
          == 1;
    });
  }

  public Optional<Ticket> find(long number) {
    return first(
        store.query(
            "select number, sealed from ticket where number = ?",
            row -> read(row.getLong(1), row.getString(2)),
            number));
  }

  /** The open ticket of a conversation. */
  public Optional<Ticket> of(ConversationId conversation) {
    return first(
        store.query(
            "select number, sealed from ticket where conversation = ?",
            row -> read(row.getLong(1), row.getString(2)),
            store.name(conversation)));
  }

  private static Optional<Ticket> first(List<Ticket> tickets) {
    return tickets.stream().findFirst();
  }

  private Ticket read(long number, String sealed) {
    String json = vault.open(sealed);
    return new Ticket(
        number,
        codec.readConversation(json),
        new LanguageTag(codec.read(json).path("language").asText()));
  }

  /** Closes a ticket; nothing of it is kept. */
  public CompletableFuture<Integer> close(long number) {
    return store.submit(c -> Rows.update(c, "delete from ticket where number = ?", number));
  }
}
