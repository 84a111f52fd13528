package org.hamsafar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.hamsafar.answer.Question;
import org.hamsafar.app.Core;
import org.hamsafar.app.Settings;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.lab.Latencies;
import org.hamsafar.lab.SearchBench;
import org.hamsafar.language.LanguageTag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** How fast questions are answered over a small, a middle and a large number of passages. */
@Command(
    name = "search",
    exitCodeOnInvalidInput = Main.USAGE,
    description =
        "How fast questions are answered, over the guidance and over more passages made of it, beside other searches.")
final class BenchSearchCommand implements Callable<Integer> {
  private static final int STARTS = 5;

  @ParentCommand private BenchCommand bench = new BenchCommand();

  @Option(
      names = "--passages",
      paramLabel = "N",
      split = ",",
      defaultValue = "1000,10000,100000",
      description = "how many passages (default: ${DEFAULT-VALUE})")
  private List<Integer> passages = List.of();

  @Option(
      names = "--questions",
      paramLabel = "N",
      defaultValue = "6000",
      description = "how many questions are measured, after as many that are not")
  private int questions;

  @Option(names = "--part", hidden = true)
  private @Nullable Part part;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** What a process of its own measures. */
  private enum Part {
    BUILD,
    ANSWER,
    OTHERS
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = bench.settings();
    Path folder = Files.createDirectories(settings.data().resolve("bench"));
    if (part != null) {
      run(settings, folder, part, out);
      return 0;
    }
    Knowledge guidance = Core.loader(settings).loadWithTests().knowledge();
    writeQuestions(guidance, folder.resolve("questions.txt"));
    out.println(
        "                           passages   p50 ms   p99 ms   slowest  2 threads/s  index/s   RSS MB");
    out.flush();
    for (int size : passages) {
      for (Part one : Part.values()) {
        child(one, size);
      }
    }
    SearchBench small =
        new SearchBench(() -> guidance, () -> Core.learned(settings), 1, folder, System::nanoTime);
    List<Question> asked = readQuestions(folder.resolve("questions.txt"));
    print(out, "language of a message", small.language(asked, questions));
    print(out, "sound keys of a message", small.sounds(asked, questions));
    start(out);
    return 0;
  }

  private void run(Settings settings, Path folder, Part what, PrintWriter out) throws IOException {
    SearchBench search =
        new SearchBench(
            () -> Core.loader(settings).load().knowledge(),
            () -> Core.learned(settings),
            passages.getFirst(),
            folder,
            System::nanoTime);
    List<Question> asked = readQuestions(folder.resolve("questions.txt"));
    Path rate = folder.resolve("rate.txt");
    switch (what) {
      case BUILD -> Files.writeString(rate, Double.toString(search.build()));
      case ANSWER -> {
        SearchBench.Answered answered = search.answer(asked, questions, questions);
        row(
            out,
            "Hamsafar, whole answers",
            answered.one().each(),
            answered.two().perSecond(),
            String.format(Locale.ROOT, "%.0f", Double.parseDouble(Files.readString(rate))),
            answered.residentKiB() == 0 ? "-" : Long.toString(answered.residentKiB() / 1024));
      }
      case OTHERS ->
          search.others(
              asked,
              Math.min(questions, 500),
              (name, built, took) ->
                  row(
                      out,
                      name,
                      took.each(),
                      Double.NaN,
                      String.format(Locale.ROOT, "%.0f", built),
                      "-"));
    }
  }

  private void row(
      PrintWriter out, String name, Latencies each, double perSecond, String rate, String memory) {
    out.printf(
        Locale.ROOT,
        "%-26s %8d   %7.3f  %7.3f  %8.3f   %9.0f   %9s   %7s%n",
        name,
        passages.getFirst(),
        each.millis(0.5),
        each.millis(0.99),
        each.millis(1),
        perSecond,
        rate,
        memory);
    out.flush();
  }

  private static void print(PrintWriter out, String name, SearchBench.Took took) {
    out.printf(
        Locale.ROOT,
        "%-26s p50 %.1f µs, p99 %.1f µs%n",
        name,
        1000 * took.each().millis(0.5),
        1000 * took.each().millis(0.99));
    out.flush();
  }

  /** The same program again, with the same options of the JVM. */
  private void child(Part what, int size) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(folders());
    command.addAll(List.of("bench", "search", "--part", what.name()));
    command.addAll(List.of("--passages", Integer.toString(size)));
    command.addAll(List.of("--questions", Integer.toString(questions)));
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new UserException(
          "measuring %d passages ended with %d: is there enough memory?".formatted(size, code));
    }
  }

  private List<String> folders() {
    Settings settings = bench.settings();
    return List.of(
        "--knowledge",
        settings.knowledge().toString(),
        "--seeds",
        settings.seeds().toString(),
        "--data",
        settings.data().toString());
  }

  /** From the launcher's start to its end, one question answered. */
  private void start(PrintWriter out) throws IOException, InterruptedException {
    Path launcher = Path.of(System.getProperty("hamsafar.home", ".")).resolve("hamsafar");
    if (!Files.isExecutable(launcher)) {
      return;
    }
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(folders());
    command.addAll(List.of("ask", "--lang", "en", "--country", "DE", "can I work"));
    List<Long> took = new ArrayList<>();
    for (int i = 0; i <= STARTS; i++) {
      long before = System.nanoTime();
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      took.add(System.nanoTime() - before);
    }
    // The first start may have to build and to prepare.
    List<Long> later = took.subList(1, took.size()).stream().sorted().toList();
    out.printf(
        Locale.ROOT, "start to first answer      %d ms%n", later.get(STARTS / 2) / 1_000_000);
  }

  private static void writeQuestions(Knowledge guidance, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    guidance
        .tests()
        .forEach(t ->
            lines.add(
                String.join(
                    "\t",
                    t.language().replyTag().value(),
                    t.country().orElse(""),
                    t.question().replaceAll("\\s+", " "))));
    Collections.shuffle(lines, new Random(1));
    Files.write(file, lines);
  }

  private static List<Question> readQuestions(Path file) throws IOException {
    List<Question> read = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split("\t", 3);
      read.add(
          Question.of(parts[2])
              .withLanguage(Optional.of(new LanguageTag(parts[0])))
              .withCountry(Optional.of(parts[1]).filter(c -> !c.isEmpty())));
    }
    return read;
  }
}
