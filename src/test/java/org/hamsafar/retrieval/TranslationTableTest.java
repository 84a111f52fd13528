package org.hamsafar.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.hamsafar.language.LanguageTag;
import org.junit.jupiter.api.Test;

class TranslationTableTest {
  private static final LanguageTag GERMAN = new LanguageTag("de");

  /** Every word stands beside others, so that only counting tells which belong together. */
  private static final ParallelText TEXT =
      new ParallelText(
          List.of(
              pair("house green", "haus grün"),
              pair("house red", "haus rot"),
              pair("car green", "auto grün"),
              pair("car red", "auto rot"),
              pair("book green", "buch grün"),
              pair("book red", "buch rot"),
              pair("house old", "haus alt"),
              pair("car old", "auto alt"),
              pair("book old", "buch alt"),
              pair("car house", "auto haus")));

  private static Map<LanguageTag, String> pair(String english, String german) {
    return Map.of(LanguageTag.ENGLISH, english, GERMAN, german);
  }

  @Test
  void wordsAreTranslatedByWhatStandsBesideThemTimeAndAgain() {
    try (Analyzers analyzers = new Analyzers()) {
      TranslationTable table = TranslationTable.learn(TEXT, analyzers);
      assertThat(table.translations(LanguageTag.ENGLISH, "hous").getFirst().term())
          .isEqualTo("haus");
      assertThat(table.translations(GERMAN, "auto").getFirst().term()).isEqualTo("car");
      assertThat(table.translations(GERMAN, "nirgends")).isEmpty();
    }
  }

  @Test
  void whatIsKeptOnDiskComesBack() throws IOException {
    try (Analyzers analyzers = new Analyzers();
        ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      LearnedTranslations table = new TranslationLearner(analyzers).learn(TEXT);
      KeptTranslations.write(directory, table);
      try (KeptTranslations read = KeptTranslations.open(directory)) {
        table
            .byLanguage()
            .forEach((tag, words) -> {
              assertThat(read.size(tag)).isEqualTo(words.size());
              words.forEach(
                  (term, said) -> assertThat(read.get(tag, term)).as(term).isEqualTo(said));
            });
        assertThat(read.get(GERMAN, "nirgends")).isEmpty();
        assertThat(read.get(LanguageTag.PASHTO, "haus")).isEmpty();
      }
    }
  }

  @Test
  void aQuestionFindsAPassageOfAnotherLanguage() {
    try (Analyzers analyzers = new Analyzers();
        PassageIndex index =
            IndexStore.inMemory(
                List.of(passage("house", "The old house."), passage("car", "The red car.")),
                TEXT,
                analyzers,
                new ConceptPhrases(List::of, analyzers))) {
      GroupReader reader =
          new GroupReader(
              analyzers, new TermWeights(index.vocabulary(), analyzers), index.translations());
      List<TermGroup> groups = reader.across(GERMAN, "rotes Auto", Set.of(LanguageTag.ENGLISH));
      assertThat(index.search(groups, Set.of(), Set.of(), 1).getFirst().entry()).isEqualTo("car");
    }
  }

  private static Passage passage(String entry, String body) {
    return new Passage(entry, "ANY", LanguageTag.ENGLISH, "", List.of(), "", body);
  }
}
