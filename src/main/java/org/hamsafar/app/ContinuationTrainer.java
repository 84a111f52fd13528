package org.hamsafar.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hamsafar.answer.Answerer;
import org.hamsafar.answer.ThreadSign;
import org.hamsafar.knowledge.TestQuestion;

/** Learns whether a message goes on about what was read before it. */
final class ContinuationTrainer {
  private ContinuationTrainer() {}

  /**
   * @param following messages that follow upon an answer
   */
  static Map<ThreadSign, Double> learn(Answerer answerer, List<TestQuestion> following) {
    List<Logistic.Example<ThreadSign>> examples = new ArrayList<>();
    for (TestQuestion test : following) {
      boolean goesOn = test.after().stream().anyMatch(test.entries()::contains);
      answerer
          .signs(RankingTrainer.question(test))
          .ifPresent(signs -> examples.add(new Logistic.Example<>(signs, goesOn)));
    }
    return Logistic.learn(ThreadSign.class, examples);
  }
}
