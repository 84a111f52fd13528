package org.hamsafar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
    assertThat(rules.find("She has often beaten me")).containsExactly(Danger.VIOLENCE);
    assertThat(rules.find("they beat the drum")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "|", "~|~", "'", "beat ' me", "beat x\u200Cy me"})
  void whatFoldsToNothingOrToSeveralWordsMatchesNothing(String pattern) {
    assertThat(rules(pattern).find("hello beat me x y")).isEmpty();
  }
}
