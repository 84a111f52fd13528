package org.hamsafar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.hamsafar.conversation.HumanTalk;
import org.hamsafar.knowledge.Check;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.SampleKnowledge;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.reply.AnswerReply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start takes over from other data folders and from other days. */
class PreparedTest {
  /** Of the entry of the small knowledge. */
  private static final LocalDate REVIEW_BY = LocalDate.of(2027, 1, 1);

  private static final AnswerReply.Manner WHOLE = new AnswerReply.Manner(Optional.empty(), false);

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writeKnowledge() throws IOException {
    new SampleKnowledge(folder).withRealMessages();
  }

  @Test
  void aFirstStartTakesOverWhatWasMadeOfTheSameContent() throws IOException {
    open("built", SampleKnowledge.TODAY).close();
    writeAgain(folder.resolve("knowledge/languages.yaml"), "");
    open("fresh", SampleKnowledge.TODAY).close();
    // Two indexes of the same passages differ, in what Lucene calls their segments' ids.
    assertThat(index("fresh")).isNotEmpty().isEqualTo(index("built"));
  }

  @Test
  void whatWasMadeOfOtherContentIsNotTaken() throws IOException {
    open("built", SampleKnowledge.TODAY).close();
    writeAgain(folder.resolve("knowledge/guidance/de/work/job/en.md"), "Ask there, too.\n");
    try (Core core = open("fresh", SampleKnowledge.TODAY)) {
      assertThat(core.replies().entry(LanguageTag.ENGLISH, job(core), List.of(), WHOLE).toString())
          .contains("Ask there, too.");
    }
    assertThat(index("fresh")).isNotEmpty().isNotEqualTo(index("built"));
  }

  @Test
  void whatIsKeptIsReadAgainWhenAReviewDateHasPassed() {
    open("kept", SampleKnowledge.TODAY).close();
    try (Core core = open("kept", REVIEW_BY)) {
      assertThat(core.problems()).noneMatch(p -> p.check() == Check.K031);
    }
    try (Core core = open("kept", REVIEW_BY.plusDays(1))) {
      assertThat(core.problems()).anyMatch(p -> p.check() == Check.K031);
    }
    try (Core core = open("kept", REVIEW_BY)) {
      assertThat(core.problems()).as("a clock put right").noneMatch(p -> p.check() == Check.K031);
    }
  }

  @Test
  void aBotThatRunsForMonthsNoticesThatAReviewDateHasPassed() {
    AtomicReference<Instant> now = new AtomicReference<>(noon(REVIEW_BY).instant());
    try (Core core = open("long", SampleKnowledge.TODAY)) {
      AnswerReply replies = new AnswerReply(core.knowledge(), core.catalogue(), now::get);
      String due = "due for review";
      assertThat(replies.entry(LanguageTag.ENGLISH, job(core), List.of(), WHOLE).toString())
          .doesNotContain(due);
      now.set(noon(REVIEW_BY.plusDays(1)).instant());
      assertThat(replies.entry(LanguageTag.ENGLISH, job(core), List.of(), WHOLE).toString())
          .contains(due);
    }
  }

  /** Everything but "built" may take over what is in "built". */
  private Core open(String data, LocalDate today) {
    return Core.open(
        new Settings(
            folder.resolve("knowledge"),
            folder.resolve("seeds"),
            folder.resolve(data),
            noon(today),
            Optional.empty(),
            List.of(),
            Optional.of(folder.resolve("built"))),
        new HumanTalk.Nobody());
  }

  private static Clock noon(LocalDate day) {
    return Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
  }

  private static Entry job(Core core) {
    return core.knowledge().entry("de/work/job").orElseThrow();
  }

  /** As a copy or an editor does: at another time. */
  private static void writeAgain(Path file, String more) throws IOException {
    Files.writeString(file, Files.readString(file) + more);
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
  }

  /** The content of the index's files by name. */
  private Map<String, Integer> index(String data) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(data).resolve("index"))) {
      Map<String, Integer> found = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(file.getFileName().toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
      return found;
    }
  }
}
