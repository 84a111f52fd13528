package org.hamsafar.lab;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import org.hamsafar.answer.Answerer;
import org.hamsafar.answer.Question;
import org.hamsafar.answer.RankingModel;
import org.hamsafar.app.Core;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.TestQuestion;
import org.hamsafar.language.LanguageIdentifier;
import org.hamsafar.retrieval.Analyzers;
import org.hamsafar.retrieval.ConceptPhrases;
import org.hamsafar.retrieval.IndexStore;
import org.hamsafar.retrieval.ParallelText;
import org.hamsafar.retrieval.Passage;
import org.hamsafar.retrieval.PassageIndex;

/** How fast questions are answered over so many passages: all of the way but the store. */
public final class SearchBench {
  private static final int WARM_UP = 6000;
  private static final int MEASURED = 6000;

  private final Knowledge guidance;
  private final List<Question> questions;
  private final LongSupplier nanoTime;

  public SearchBench(Knowledge guidance, LongSupplier nanoTime) {
    this.guidance = guidance;
    this.nanoTime = nanoTime;
    List<Question> all = new ArrayList<>();
    for (TestQuestion test : guidance.tests()) {
      all.add(
          Question.of(test.question())
              .withLanguage(Optional.of(test.language().replyTag()))
              .withCountry(test.country()));
    }
    Collections.shuffle(all, new Random(1));
    this.questions = List.copyOf(all);
  }

  public void run(Path data, int size, PrintWriter out) {
    BenchWorld world = BenchWorld.of(guidance, size);
    Analyzers analyzers = new Analyzers();
    ConceptPhrases phrases = new ConceptPhrases(guidance::concepts, analyzers);
    List<Passage> passages = world.passages();
    long start = nanoTime.getAsLong();
    IndexStore.inMemory(passages, ParallelText.NONE, analyzers, phrases).close();
    double rate = 1e9 * passages.size() / (nanoTime.getAsLong() - start);
    PassageIndex index = new IndexStore(data.resolve("bench-" + size), analyzers, phrases)
            .open("bench-" + size, () -> passages, () -> ParallelText.of(guidance, guidance.concepts()));
    LanguageIdentifier identifier = Core.identifier(guidance);
    Answerer answerer =
        new Answerer(world.knowledge(), index, analyzers, identifier, RankingModel.shipped(), nanoTime);
    long[] took = new long[MEASURED];
    for (int i = 0; i < WARM_UP; i++) {
      answerer.answer(questions.get(i % questions.size()));
    }
    for (int i = 0; i < MEASURED; i++) {
      long before = nanoTime.getAsLong();
      answerer.answer(questions.get(i % questions.size()));
      took[i] = nanoTime.getAsLong() - before;
    }
    Arrays.sort(took);
    out.printf(Locale.ROOT, "%7d passages: p50 %.3f ms  p99 %.3f ms max %.3f ms mean %.3f; index %.0f passages/s%n",
        size, took[MEASURED / 2] / 1e6, took[MEASURED * 99 / 100] / 1e6, took[MEASURED - 1] / 1e6,
        Arrays.stream(took).average().orElse(0) / 1e6, rate);
    out.flush();
  }

  static boolean exists(Path p) {
    return Files.exists(p);
  }
}
