package org.hamsafar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hamsafar.answer.DangerRules.Phrase;
import org.hamsafar.knowledge.Danger;
import org.hamsafar.knowledge.DangerPhrases;
import org.hamsafar.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the phrases of the safety folder are read. */
class DangerRulesTest {
  private static DangerRules rules(String pattern) {
    return new DangerRules(
        List.of(
            new DangerPhrases(
                LanguageTag.ENGLISH, Map.of(Danger.VIOLENCE, List.of(pattern)), List.of())));
  }

  @Test
  void alternativesGapsAndBeginningsMatch() {
    DangerRules rules = rules("he|she * beat~ me now?");
    assertThat(rules.find("She has often beaten me"))
        .containsExactly(new Phrase(Danger.VIOLENCE, "she has often beaten me"));
    assertThat(rules.find("they beat the drum")).isEmpty();
  }

  @Test
  void aPhraseIsFoundWithItsClause() {
    String text = "My card, from 3.5. on, ended. He says he will beat me if I tell you, so I hide";
    assertThat(rules("beat me").find(text))
        .containsExactly(new Phrase(Danger.VIOLENCE, "he says he will beat me if i tell you"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "|", "~|~", "'", "beat ' me", "beat x\u200Cy me"})
  void whatFoldsToNothingOrToSeveralWordsMatchesNothing(String pattern) {
    assertThat(rules(pattern).find("hello beat me x y")).isEmpty();
  }
}
