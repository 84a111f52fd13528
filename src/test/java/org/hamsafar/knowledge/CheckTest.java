package org.hamsafar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every check is failed by a file that breaks just it, at the place that it names. */
class CheckTest {
  private static final String ENTRY = SampleKnowledge.ENTRY + "entry.yaml";
  private static final String EN = SampleKnowledge.ENTRY + "en.md";
  private static final String PS = SampleKnowledge.ENTRY + "ps.md";

  @TempDir private Path folder = Path.of("");

  private interface Breaking {
    void apply(SampleKnowledge files) throws IOException;
  }

  /** What breaks a check, and where the fault is to be told. */
  private record Case(String file, int line, Breaking breaking) {}

  private static final Map<Check, Case> CASES = new TreeMap<>();

  static {
    add(Check.K001, EN, 0, f -> f.write(EN, "x".repeat(600_000)));
    add(
        Check.K002,
        EN,
        3,
        f ->
            Files.write(
                f.root().resolve(EN),
                "---\ntitle: x\nquestions: [کار]\n".getBytes(Charset.forName("windows-1256"))));
    add(Check.K003, EN, 7, f -> f.write(EN, SampleKnowledge.english("Call \u202E112.")));
    add(
        Check.K004,
        SampleKnowledge.ENTRY + "fa-AF.md",
        0,
        f -> {
          Path outside = Files.writeString(f.seeds().resolve("x.md"), "secret");
          Files.createSymbolicLink(f.root().resolve(SampleKnowledge.ENTRY + "fa-AF.md"), outside);
        });
    add(Check.K005, ENTRY, 3, f -> f.replace(ENTRY, "risk: low", "importance: 2"));
    add(Check.K006, ENTRY, 3, f -> f.replace(ENTRY, "risk: low", "rsk: low"));
    add(Check.K007, EN, 2, f -> f.replace(EN, "title: \"Finding work\"", "title: \"\""));
    add(Check.K008, ENTRY, 4, f -> f.replace(ENTRY, "2027-01-01", "01.01.2027"));
    add(
        Check.K009,
        "guidance/de/work/My Job",
        0,
        f -> f.write("guidance/de/work/My Job/entry.yaml", "topics: [work]"));
    add(
        Check.K010,
        "guidance/xx/work/job",
        0,
        f -> f.write("guidance/xx/work/job/entry.yaml", "topics: [work]"));
    add(Check.K011, ENTRY, 1, f -> f.replace(ENTRY, "[work]", "[work, football]"));
    add(Check.K012, ENTRY, 1, f -> f.replace(ENTRY, "[work]", "[background, work]"));
    add(
        Check.K013,
        ENTRY,
        5,
        f ->
            f.write(
                ENTRY,
                "topics: [work]\nimportance: 1\nrisk: low\nreview-by: 2027-01-01\nsources: []\n"));
    add(Check.K014, ENTRY, 5, f -> f.replace(ENTRY, "url: https://example.org/work, ", ""));
    add(Check.K015, ENTRY, 6, f -> f.replace(ENTRY, "2026-06-01", "2026-12-31"));
    add(
        Check.K016,
        "plans/DE.yaml",
        4,
        f ->
            f.replace(
                "plans/DE.yaml",
                "entry: de/work/job}",
                "entry: de/work/job}\n  - {id: first, when: days, title: {en: Again}}"));
    add(Check.K020, EN, 1, f -> f.write(EN, "Just text.\n"));
    add(Check.K021, EN, 2, f -> f.replace(EN, "Finding work", "work ".repeat(20)));
    add(Check.K022, EN, 3, f -> f.replace(EN, ", how to find a job, job search", ""));
    add(Check.K023, EN, 7, f -> f.replace(EN, "Call 112", "word ".repeat(70) + "Call 112"));
    add(Check.K024, EN, 7, f -> f.replace(EN, "Call 112", "<script>x()</script> Call 112"));
    add(Check.K025, EN, 9, f -> f.replace(EN, "a>.", "a>.\n\n> quoted"));
    add(Check.K026, PS, 1, f -> f.replace(PS, "translates: 1", "translates: 7"));
    add(Check.K027, PS, 1, f -> f.replace(EN, "revision: 1", "revision: 2"));
    add(Check.K028, EN, 0, f -> Files.delete(f.root().resolve(EN)));
    add(
        Check.K029,
        SampleKnowledge.ENTRY + "xx.md",
        0,
        f -> f.write(SampleKnowledge.ENTRY + "xx.md", "text"));
    add(Check.K030, ENTRY, 0, f -> f.replace(ENTRY, "risk: low", "risk: low\nrelated: [a/b/c]"));
    add(Check.K031, ENTRY, 4, f -> f.replace(ENTRY, "2027-01-01", "2026-11-01"));
    add(Check.K032, PS, 1, f -> f.replace(PS, "112 ته", "110 ته"));
    add(Check.K033, PS, 1, f -> f.replace(PS, "example.org/a", "example.org/b"));
    add(
        Check.K034,
        "guidance/de/work/other/entry.yaml",
        0,
        f -> {
          f.write("guidance/de/work/other/entry.yaml", Files.readString(f.root().resolve(ENTRY)));
          f.write("guidance/de/work/other/en.md", Files.readString(f.root().resolve(EN)));
        });
    add(Check.K035, ENTRY, 3, f -> f.replace(ENTRY, "risk: low", "status: [visa]\nrisk: low"));
    add(Check.K036, ENTRY, 3, f -> f.replace(ENTRY, "risk: low", "kind: contested\nrisk: low"));
    add(Check.K037, "plans/DE.yaml", 0, f -> f.replace("plans/DE.yaml", "work/job", "work/x"));
    add(
        Check.K037,
        "first-questions/work.yaml",
        0,
        f ->
            f.write(
                "first-questions/work.yaml",
                "- {id: job, asked: {en: [need job]}, entries: [de/work/job, de/work/x]}\n"));
    add(
        Check.K046,
        "matters/work.yaml",
        0,
        f -> f.write("matters/work.yaml", "- {matter: jobs, told: {en: [nobody hires me]}}\n"));
    add(
        Check.K047,
        "countries/DE.yaml",
        0,
        f ->
            f.replace(
                "countries/DE.yaml",
                "emergency:",
                "read-in-danger: {violence: [de/work/x]}\nemergency:"));
    add(Check.K038, EN, 7, f -> f.replace(EN, "a>.", "a>.\n\n" + "word ".repeat(300)));
    add(
        Check.K039,
        "countries/DE.yaml",
        10,
        f -> f.replace("countries/DE.yaml", "number: \"112\"\n    for", "for"));
    add(
        Check.K040,
        "tests/en/work.yaml",
        1,
        f -> f.replace("tests/en/work.yaml", "de/work/job", "de/work/x"));
    add(Check.K041, "messages/ps.yaml", 0, f -> f.replace("messages/ps.yaml", "{name}", "{nam}"));
    add(
        Check.K042,
        "safety/en.yaml",
        1,
        f -> f.replace("safety/en.yaml", "kill myself", "\"* (kill)\""));
    add(Check.K043, PS, 4, f -> f.replace(PS, ", sanga kar paida kram", ""));
    add(Check.K044, ENTRY, 3, f -> f.replace(ENTRY, "risk: low", "kind: contested\nrisk: low"));
    add(
        Check.K045,
        SampleKnowledge.ENTRY + "ps.ogg",
        0,
        f -> f.write(SampleKnowledge.ENTRY + "ps.ogg", "OggS, but Vorbis"));
  }

  private static void add(Check check, String file, int line, Breaking breaking) {
    CASES.put(check, new Case(file, line, breaking));
  }

  @Test
  void theSampleHasNoFault() throws IOException {
    assertThat(new SampleKnowledge(folder).load().problems()).isEmpty();
  }

  @Test
  void everyCheckFailsWhereItSays() throws IOException {
    for (Check check : Check.values()) {
      assertThat(CASES).as("a case for %s", check).containsKey(check);
      Case broken = Objects.requireNonNull(CASES.get(check));
      SampleKnowledge files = new SampleKnowledge(folder.resolve(check.name()));
      broken.breaking().apply(files);
      List<Problem> found =
          files.load().problems().stream().filter(p -> p.check() == check).toList();
      assertThat(found)
          .as("%s: %s", check, files.load().problems())
          .extracting(p -> p.file() + ":" + p.line())
          .contains(broken.file() + ":" + broken.line());
    }
  }

  @Test
  void aBrokenEntryDoesNotTakeTheRestDown() throws IOException {
    SampleKnowledge files = new SampleKnowledge(folder);
    files.write("guidance/de/work/broken/entry.yaml", "topics: [work\n");
    KnowledgeLoader.Loaded loaded = files.load();
    assertThat(loaded.knowledge().entries()).containsOnlyKeys("de/work/job");
    assertThat(loaded.hasErrors()).isTrue();
  }

  @Test
  void aBrokenTranslationIsLeftOutAlone() throws IOException {
    SampleKnowledge files = new SampleKnowledge(folder).replace(PS, "112 ته", "113 ته");
    Entry entry = files.load().knowledge().entry("de/work/job").orElseThrow();
    assertThat(entry.texts().keySet()).extracting(Object::toString).containsExactly("en");
  }

  @Test
  void theDocumentationListsEveryCheck() throws IOException {
    String page = Files.readString(Path.of("docs/checks.md"));
    for (Check check : Check.values()) {
      String row =
          "| %s | %s | %s | %s |"
              .formatted(
                  check,
                  check.severity().name().toLowerCase(java.util.Locale.ROOT),
                  check.what(),
                  check.remedy().replace("|", "\\|"));
      assertThat(page).contains(row);
    }
    assertThat(page.lines().filter(l -> l.startsWith("| K")).count())
        .isEqualTo(Arrays.stream(Check.values()).count());
  }
}
