package org.hamsafar.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hamsafar.conversation.Effect;
import org.hamsafar.language.LanguageTag;

/**
 * Questions that nothing answered, for the volunteers, and what readers say of entries. Nothing in
 * them tells who asked: no conversation, no time but the week, and whatever looks like a number, an
 * address or a user name is taken out of the text.
 */
public final class Gaps {
  private static final Pattern PERSONAL =
      Pattern.compile("\\S*@\\S+|https?://\\S+|\\+?\\p{Nd}[\\p{Nd} ()/.-]{5,}\\p{Nd}");

  private final Store store;
  private final Vault vault;
  private final Codec codec;

  Gaps(Store store, Vault vault, Codec codec) {
    this.store = store;
    this.vault = vault;
    this.codec = codec;
  }

  /** One question that nothing answered. */
  public record Gap(
      LanguageTag language,
      Optional<String> country,
      String question,
      List<String> nearest,
      LocalDate week) {
    public Gap {
      nearest = List.copyOf(nearest);
    }
  }

  /** What readers say of an entry. */
  public record Verdict(String entry, long right, long wrong) {}

  /** The change that keeps a gap. */
  public Rows.Extra keep(Effect.Gap gap) {
    ObjectNode node = codec.object();
    node.put("language", gap.language().value());
    gap.country().ifPresent(c -> node.put("country", c));
    node.put("question", PERSONAL.matcher(gap.question()).replaceAll("…"));
    gap.nearest().forEach(node.withArray("/nearest")::add);
    String sealed = vault.seal(node.toString());
    LocalDate week =
        LocalDate.ofInstant(store.now(), ZoneOffset.UTC)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    long id = store.newId();
    return c ->
        Rows.update(
            c, "insert into gap (id, sealed, week) values (?, ?, ?)", id, sealed, week.toString());
  }

  /** The change that counts what a reader says of an entry. */
  public Rows.Extra count(Effect.Feedback feedback) {
    return c ->
        Rows.update(
            c,
            "insert into feedback (entry, right_count, wrong_count) values (?, ?, ?)"
                + " on conflict (entry) do update set"
                + " right_count = feedback.right_count + excluded.right_count,"
                + " wrong_count = feedback.wrong_count + excluded.wrong_count",
            feedback.entry(),
            feedback.right() ? 1 : 0,
            feedback.right() ? 0 : 1);
  }

  /** All gaps, the oldest first. */
  public List<Gap> all() {
    return store.query(
        "select sealed, week from gap order by id",
        row -> read(codec.read(vault.open(row.getString(1))), row.getString(2)));
  }

  private static Gap read(JsonNode node, String week) {
    List<String> nearest = new ArrayList<>();
    node.path("nearest").forEach(id -> nearest.add(id.asText()));
    return new Gap(
        new LanguageTag(node.path("language").asText()),
        Optional.ofNullable(node.get("country")).map(JsonNode::asText),
        node.path("question").asText(),
        nearest,
        LocalDate.parse(week));
  }

  /** What readers say, the entries with most complaints first. */
  public List<Verdict> verdicts() {
    return store.query(
        "select entry, right_count, wrong_count from feedback"
            + " order by wrong_count desc, entry",
        row -> new Verdict(row.getString(1), row.getLong(2), row.getLong(3)));
  }
}
