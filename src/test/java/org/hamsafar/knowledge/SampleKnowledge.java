package org.hamsafar.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A small valid knowledge folder, to be broken by tests. */
public final class SampleKnowledge {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  static final String ENTRY = "guidance/de/work/job/";

  private final Path root;
  private final Path seeds;

  public SampleKnowledge(Path folder) throws IOException {
    this.root = folder.resolve("knowledge");
    this.seeds = folder.resolve("seeds");
    Files.createDirectories(seeds);
    write(
        "languages.yaml",
        """
        - {tag: fa-AF, name: "دری", fallback: [], complete: yes}
        - {tag: ps, name: "پښتو", fallback: [fa-AF], complete: yes}
        - {tag: en, name: "English", fallback: [], complete: yes}
        """);
    write(
        "topics.yaml",
        """
        - {id: work, emoji: "🛠", names: {en: "Work", fa-AF: "کار"}}
        - {id: background, emoji: "🗂", names: {en: "Background"}}
        """);
    write("messages/en.yaml", "hello: \"Hello {name}\"\n");
    write("messages/ps.yaml", "hello: \"سلام {name}\"\n");
    write(
        "countries/DE.yaml",
        """
        code: DE
        names: {en: Germany}
        aliases: [germany]
        region: europe
        groups: []
        languages: [de]
        statuses:
          - {id: duldung, names: {en: Duldung}}
        emergency:
          - number: "112"
            for: [medical]
            names: {en: Ambulance}
            confidence: high
            source: {title: Emergency number, publisher: State, checked: 2026-06-01}
        help-lines: []
        """);
    write("countries/ANY.yaml", "code: ANY\nnames: {en: Everywhere}\nregion: any\n");
    write("safety/en.yaml", "suicide: [kill myself]\nharmless: [battery * dying]\n");
    write(
        "plans/DE.yaml",
        """
        country: DE
        steps:
          - {id: first, when: days, title: {en: Find work}, entry: de/work/job}
        """);
    write("concepts/work.yaml", "- {id: job, means: {en: work}, words: {en: [job]}}\n");
    write("tests/en/work.yaml", "- {question: where is work, country: DE, expect: de/work/job}\n");
    write(
        ENTRY + "entry.yaml",
        """
        topics: [work]
        importance: 1
        risk: low
        review-by: 2027-01-01
        sources:
          - {title: Work, publisher: State, url: https://example.org/work, checked: 2026-06-01}
        """);
    write(ENTRY + "en.md", english("Call 112 or see <https://example.org/a>."));
    write(ENTRY + "ps.md", pashto(1, "112 ته زنګ ووهئ: <https://example.org/a>."));
  }

  static String english(String body) {
    return """
    ---
    title: "Finding work"
    questions: [where is work, how to find a job, job search]
    origin: machine
    revision: 1
    ---
    """
        + body
        + "\n";
  }

  static String pashto(int translates, String body) {
    return """
    ---
    title: "کار موندل"
    questions: [کار چېرته دی, څنګه کار پیدا کړم, د کار لټون]
    latin: [kar cherta day, sanga kar paida kram]
    origin: machine
    translates: %d
    ---
    """
            .formatted(translates)
        + body
        + "\n";
  }

  public Path root() {
    return root;
  }

  Path seeds() {
    return seeds;
  }

  /** With the bot's own words of the repository, as a running bot needs them. */
  public SampleKnowledge withRealMessages() throws IOException {
    Files.delete(root.resolve("messages/ps.yaml"));
    return write("messages/en.yaml", Files.readString(Path.of("knowledge/messages/en.yaml")));
  }

  public SampleKnowledge write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return this;
  }

  SampleKnowledge replace(String file, String old, String replacement) throws IOException {
    String text = Files.readString(root.resolve(file));
    if (!text.contains(old)) {
      throw new IllegalArgumentException(old + " is not in " + file);
    }
    return write(file, text.replace(old, replacement));
  }

  KnowledgeLoader.Loaded load() {
    return new KnowledgeLoader(root, seeds, TODAY).loadWithTests();
  }
}
