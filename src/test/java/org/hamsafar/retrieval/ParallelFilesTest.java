package org.hamsafar.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hamsafar.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelFilesTest {
  private static final Map<LanguageTag, String> HOUSE =
      Map.of(LanguageTag.ENGLISH, "the house & yard", LanguageTag.DARI, "خانه و حویلی");

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static ParallelFiles files(Path... files) {
    return new ParallelFiles(List.of(files));
  }

  private static void assertProblem(ParallelFiles files, String... parts) {
    assertThatExceptionOfType(ParallelFileException.class)
        .isThrownBy(files::read)
        .satisfies(e -> assertThat(e.getMessage()).contains(parts).contains("To mend it:"));
  }

  @Test
  void aTranslationMemoryIsReadWithoutItsFormatting() throws IOException {
    Path tmx =
        file(
            "words.tmx",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE tmx SYSTEM "http://localhost:1/tmx14.dtd">
            <tmx version="1.4"><body>
            <tu><tuv xml:lang="en-US"><seg>the <bpt i="1">&lt;b></bpt>house<ept i="1">&lt;/b></ept> &amp; yard</seg></tuv>
            <tuv lang="prs"><seg>خانه و حویلی</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>nobody translated this</seg></tuv></tu>
            </body></tmx>
            """);
    assertThat(files(tmx).read().segments()).containsExactly(HOUSE);
  }

  @Test
  void aTableNamesItsLanguages() throws IOException {
    Path table = file("words.tsv", "en\tnote\tprs_Arab\nthe house & yard\t1\tخانه و حویلی\n");
    assertThat(files(table).read().segments()).containsExactly(HOUSE);
  }

  @Test
  void filesOfOneNameBelongTogether() throws IOException {
    Path english = file("words.en", "the house & yard\n");
    Path dari = file("words.fa-AF", "خانه و حویلی\n");
    assertThat(files(english, dari).read().segments()).containsExactly(HOUSE);
  }

  @Test
  void everyFaultIsToldWithFileAndLine() throws IOException {
    Path broken = file("broken.tmx", "<tmx>\n<body>\n<tu></body></tmx>");
    Path lone = file("lone.en", "word\n");
    Path absent = folder.resolve("absent.tsv");
    assertProblem(
        files(broken, lone, absent),
        "broken.tmx:3: is not well-formed XML",
        "lone.en: has no counterpart",
        "absent.tsv: cannot be read");
  }

  @Test
  void linesThatDoNotBelongTogetherAreRefused() throws IOException {
    Path english = file("words.en", "one\ntwo\nthree\n");
    Path dari = file("words.fa-AF", "یک\nدو\n");
    assertProblem(files(english, dari), "words.fa-AF:3: has 2 lines", "words.en has 3");
  }

  @Test
  void aTableWithoutLanguagesOrWithTooManyCellsIsRefused() throws IOException {
    assertProblem(files(file("a.tsv", "word\tWort\n")), "a.tsv:1: does not name two languages");
    assertProblem(files(file("b.tsv", "en\tps\na\tb\na\tb\tc\n")), "b.tsv:3: has 3 cells");
    assertProblem(files(file("c.tsv", "")), "c.tsv: is empty");
  }

  @Test
  void aTranslationMemoryOfOneLanguageIsRefused() throws IOException {
    Path tmx = file("one.tmx", "<tmx><tu><tuv xml:lang='en'><seg>word</seg></tuv></tu></tmx>");
    assertProblem(files(tmx), "one.tmx: has no <tu> that says the same in two languages");
  }

  @Test
  void whatIsNotUtf8IsRefused() throws IOException {
    Path english = file("words.en", "one\ntwo\n");
    Path german = folder.resolve("words.de");
    Files.write(german, "eins\nfünf\n".getBytes(StandardCharsets.ISO_8859_1));
    assertProblem(files(english, german), "words.de:2: is not UTF-8");
  }

  @Test
  void theDigestChangesWithTheContentAndTheName() throws IOException {
    Path english = file("words.en", "one\n");
    String first = files(english).digest();
    assertThat(files(english).digest()).isEqualTo(first).hasSize(16);
    Path renamed = file("words.de", "one\n");
    file("words.en", "two\n");
    assertThat(Stream.of(first, files(english).digest(), files(renamed).digest()))
        .doesNotHaveDuplicates();
    assertThat(files().digest()).isEmpty();
  }
}
