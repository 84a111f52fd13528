package org.hamsafar.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.hamsafar.answer.Answerer;
import org.hamsafar.answer.CrisisDetector;
import org.hamsafar.answer.DangerRules;
import org.hamsafar.answer.Question;
import org.hamsafar.answer.RankingModel;
import org.hamsafar.app.LearnedModels;
import org.hamsafar.knowledge.Concept;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.language.Folding;
import org.hamsafar.language.LanguageIdentifier;
import org.hamsafar.language.SoundKey;
import org.hamsafar.retrieval.Analyzers;
import org.hamsafar.retrieval.ConceptPhrases;
import org.hamsafar.retrieval.IndexStore;
import org.hamsafar.retrieval.ParallelText;
import org.hamsafar.retrieval.Passage;
import org.hamsafar.retrieval.PassageIndex;

/**
 * How fast questions are answered over so many passages: all of the way but the store. Each part is
 * made to run in a process of its own, since what one has loaded is in the way of the next.
 */
public final class SearchBench {
  private static final int FOUND = 10;

  private final Supplier<Knowledge> guidance;
  private final int size;
  private final Supplier<LearnedModels> models;
  private final Path folder;
  private final LongSupplier nanoTime;

  /**
   * How long each of many calls took.
   *
   * @param perSecond of all together, on one thread or more
   */
  public record Took(Latencies each, double perSecond) {}

  /**
   * @param guidance all of it, asked for where it is needed and not kept
   * @param models learned from the guidance, kept after the first time
   * @param size number of passages
   * @param folder for indexes
   * @param nanoTime a clock for measuring
   */
  public SearchBench(
      Supplier<Knowledge> guidance,
      Supplier<LearnedModels> models,
      int size,
      Path folder,
      LongSupplier nanoTime) {
    this.guidance = guidance;
    this.models = models;
    this.size = size;
    this.folder = folder;
    this.nanoTime = nanoTime;
  }

  private BenchWorld world() {
    return BenchWorld.of(guidance.get(), size);
  }

  /**
   * Learns, builds the index and keeps both; returns passages a second, translations not counted.
   */
  public double build() {
    var _ = models.get();
    List<Passage> passages = world().passages();
    Knowledge whole = guidance.get();
    List<Concept> concepts = whole.concepts();
    try (Analyzers analyzers = new Analyzers()) {
      ConceptPhrases phrases = new ConceptPhrases(() -> concepts, analyzers);
      long start = nanoTime.getAsLong();
      IndexStore.inMemory(passages, ParallelText.NONE, analyzers, phrases).close();
      double rate = 1e9 * passages.size() / (nanoTime.getAsLong() - start);
      store(analyzers, phrases)
          .open(name(), () -> passages, () -> ParallelText.of(whole, concepts))
          .close();
      return rate;
    }
  }

  private IndexStore store(Analyzers analyzers, ConceptPhrases phrases) {
    return new IndexStore(folder.resolve(name()), analyzers, phrases);
  }

  private String name() {
    return "bench-" + size;
  }

  /** What was measured with the index opened. */
  public record Answered(Took one, Took two, long residentKiB) {}

  /** Answers questions with the index that {@link #build} made. */
  public Answered answer(List<Question> questions, int warmUp, int measured) {
    LearnedModels learned = models.get();
    Knowledge knowledge = world().knowledge().forAnswering();
    try (Analyzers analyzers = new Analyzers();
        PassageIndex index =
            store(analyzers, new ConceptPhrases(List::of, analyzers))
                .open(
                    name(),
                    () -> {
                      throw new IllegalStateException("build first");
                    },
                    () -> ParallelText.NONE)) {
      Answerer answerer =
          new Answerer(
              knowledge,
              index,
              analyzers,
              learned.languages(),
              new CrisisDetector(new DangerRules(knowledge.dangerPhrases()), learned.danger()),
              learned.matters(),
              RankingModel.shipped(),
              nanoTime);
      // As a server does when all is open: what was only read to get there is given back.
      System.gc();
      measure(questions, warmUp, answerer::answer);
      Took one = measure(questions, measured, answerer::answer);
      long resident = residentKiB();
      return new Answered(
          one, twice(() -> measure(questions, measured, answerer::answer)), resident);
    }
  }

  private static Took twice(Callable<Took> part) {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Took>> both = threads.invokeAll(List.of(part, part));
      Took first = both.getFirst().get();
      return new Took(first.each(), first.perSecond() + both.getLast().get().perSecond());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("answering failed", e);
    }
  }

  /** Asks SQLite's FTS5 and Lucene with its own analyzer the same. */
  public void others(List<Question> questions, int measured, Reporter out) {
    List<SearchTask.Text> texts = new ArrayList<>();
    for (Passage p : world().passages()) {
      texts.add(new SearchTask.Text(p.title(), String.join("\n", p.questions()) + "\n" + p.body()));
    }
    report("SQLite FTS5", () -> new SqliteContender("unicode61", texts), questions, measured, out);
    report(
        "Lucene StandardAnalyzer",
        () -> new LuceneContender(new StandardAnalyzer(), texts),
        questions,
        measured,
        out);
  }

  /** Takes what another search reached. */
  public interface Reporter {
    void report(String name, double buildRate, Took took);
  }

  private void report(
      String name,
      Callable<Contender> opened,
      List<Question> questions,
      int measured,
      Reporter out) {
    long start = nanoTime.getAsLong();
    try (Contender contender = opened.call()) {
      double rate = 1e9 * size / (nanoTime.getAsLong() - start);
      measure(questions, measured / 4, q -> contender.search(q.text(), FOUND));
      out.report(name, rate, measure(questions, measured, q -> contender.search(q.text(), FOUND)));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** How long telling the language of a message takes. */
  public Took language(List<Question> questions, int measured) {
    LanguageIdentifier identifier = models.get().languages();
    measure(questions, measured, q -> identifier.identify(q.text()));
    return measure(questions, measured, q -> identifier.identify(q.text()));
  }

  /** How long the sound keys of a message take. */
  public Took sounds(List<Question> questions, int measured) {
    Consumer<Question> keys = q -> Folding.words(q.text()).forEach(SoundKey::of);
    measure(questions, measured, keys);
    return measure(questions, measured, keys);
  }

  private Took measure(List<Question> questions, int times, Consumer<Question> asked) {
    long[] took = new long[times];
    long start = nanoTime.getAsLong();
    for (int i = 0; i < times; i++) {
      long before = nanoTime.getAsLong();
      asked.accept(questions.get(i % questions.size()));
      took[i] = nanoTime.getAsLong() - before;
    }
    return new Took(Latencies.of(took), 1e9 * times / (nanoTime.getAsLong() - start));
  }

  /** Memory that this process holds, in KiB; 0 where the system does not tell. */
  private static long residentKiB() {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
