package org.hamsafar.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hamsafar.answer.Answer;
import org.hamsafar.answer.Outcome;
import org.hamsafar.answer.Question;
import org.hamsafar.app.Core;
import org.hamsafar.app.Settings;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.language.LanguageTag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Answers one question, or a batch of them. */
@Command(
    name = "ask",
    exitCodeOnInvalidInput = Main.USAGE,
    description = "Ask one question; exit code 2 if there is no answer.")
final class AskCommand implements Callable<Integer> {
  private static final int NO_ANSWER = 2;

  @ParentCommand private HamsafarCommand program = new HamsafarCommand();

  @Option(names = "--lang", paramLabel = "TAG", description = "language to answer in: fa-AF, ps …")
  private @Nullable String language;

  @Option(names = "--country", paramLabel = "CC", description = "where the person is: DE, US …")
  private @Nullable String country;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Option(names = "--explain", description = "show language, terms, scores and the reason")
  private boolean explain;

  @Option(names = "--batch", description = "read one JSON object a line: id, text, lang?, country?")
  private boolean batch;

  @Parameters(arity = "0..*", paramLabel = "TEXT", description = "the question")
  private List<String> words = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (!batch && words.isEmpty()) {
      throw new UserException("Write the question after 'ask', in quotation marks.");
    }
    Settings settings = program.settings();
    try (Core core = Core.open(settings, false)) {
      return batch ? batch(core, out) : one(core, out);
    }
  }

  private int one(Core core, PrintWriter out) {
    Question question =
        Question.of(String.join(" ", words))
            .withLanguage(tag(core.knowledge(), language))
            .withCountry(code(core.knowledge(), country));
    Outcome outcome = core.answerer().answer(question);
    if (json) {
      out.println(new OutcomeJson(core).of(Optional.empty(), question, outcome));
    } else {
      out.println(new OutcomeJson(core).text(question, outcome));
    }
    if (explain) {
      out.println();
      out.print(Explain.text(outcome));
    }
    return outcome.answer() instanceof Answer.NoAnswer ? NO_ANSWER : 0;
  }

  private static int batch(Core core, PrintWriter out) throws IOException {
    OutcomeJson json = new OutcomeJson(core);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        out.println(json.answerLine(line));
        out.flush();
      }
    }
    return 0;
  }

  static Optional<LanguageTag> tag(Knowledge knowledge, @Nullable String value) {
    if (value == null) {
      return Optional.empty();
    }
    if (!LanguageTag.isTag(value)
        || !knowledge.languages().containsKey(new LanguageTag(value).replyTag())) {
      throw new UserException(
          "Unknown language '%s'. Known are: %s.".formatted(value, knowledge.languages().keySet()));
    }
    return Optional.of(new LanguageTag(value).replyTag());
  }

  static Optional<String> code(Knowledge knowledge, @Nullable String value) {
    if (value == null) {
      return Optional.empty();
    }
    String code = value.toUpperCase(Locale.ROOT);
    if (!knowledge.countries().containsKey(code)) {
      throw new UserException(
          "Unknown country '%s'. Known are: %s.".formatted(value, knowledge.countries().keySet()));
    }
    return Optional.of(code);
  }
}
