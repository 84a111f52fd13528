package org.hamsafar.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hamsafar.lab.SearchTask.Question;
import org.hamsafar.lab.SearchTask.Text;
import org.hamsafar.language.LanguageTag;

/** The tasks of docs/evaluation.md, made of public data. */
final class SearchTasks {
  private static final LanguageTag DARI = LanguageTag.DARI;
  private static final LanguageTag PERSIAN = LanguageTag.PERSIAN;
  private static final LanguageTag ENGLISH = LanguageTag.ENGLISH;

  /** Sentences of a document that make a passage, the first of which is asked with. */
  private static final int PASSAGE = 5;

  private final PublicData data;

  SearchTasks(PublicData data) {
    this.data = data;
  }

  /** Those in which question and text are in one language. */
  List<SearchTask> within() {
    return List.of(
        twins("Dari sentence to Persian twin", "prs", DARI, "fas", PERSIAN, 0.92),
        parsiNlu("Persian question to passage", text -> text, 0.65, "dev", "train", "eval"),
        parsiNlu("  its untouched part (eval)", text -> text, 0.65, "eval"),
        parsiNlu(
            "  typed with Arabic letters",
            SearchTasks::arabicKeyboard,
            0.63,
            "dev",
            "train",
            "eval"),
        pquad(),
        headlines(
            "Pashto on an Urdu keyboard",
            "pus",
            LanguageTag.PASHTO,
            "pus",
            LanguageTag.PASHTO,
            SearchTasks::urduKeyboard,
            0.86),
        passages("Uzbek sentence to its passage", "uzb", LanguageTag.UZBEK_LATIN, 0.38),
        omos());
  }

  /** Those in which the texts are in English and the questions are not. */
  List<SearchTask> toEnglish(String name, String code, LanguageTag tag, double one, double two) {
    return List.of(
        twins(name + " sentence to English", code, tag, "eng", ENGLISH, one),
        headlines(name + " headline to English", code, tag, "eng", ENGLISH, text -> text, two));
  }

  private SearchTask twins(
      String name, String from, LanguageTag asked, String to, LanguageTag written, double floor) {
    List<String> questions = data.ntrex(from);
    List<Question> asking = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      asking.add(new Question(questions.get(i), i));
    }
    List<Text> texts = data.ntrex(to).stream().map(Text::new).toList();
    return new SearchTask(name, asked, written, texts, asking, floor);
  }

  /** The line numbers of each document. */
  private List<List<Integer>> documents() {
    Map<String, List<Integer>> documents = new LinkedHashMap<>();
    List<String> ids = data.ntrexDocuments();
    for (int i = 0; i < ids.size(); i++) {
      documents.computeIfAbsent(ids.get(i), _ -> new ArrayList<>()).add(i);
    }
    return List.copyOf(documents.values());
  }

  private SearchTask headlines(
      String name,
      String from,
      LanguageTag asked,
      String to,
      LanguageTag written,
      UnaryOperator<String> typed,
      double floor) {
    List<String> headlines = data.ntrex(from);
    List<String> lines = data.ntrex(to);
    List<Text> texts = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    if (!headlines.isEmpty() && !lines.isEmpty()) {
      for (List<Integer> document : documents()) {
        String headline = headlines.get(document.getFirst());
        questions.add(new Question(typed.apply(headline), texts.size()));
        texts.add(text(lines, document.subList(1, document.size())));
      }
    }
    return new SearchTask(name, asked, written, texts, questions, floor);
  }

  private static Text text(List<String> lines, List<Integer> numbers) {
    return new Text(String.join("\n", numbers.stream().map(lines::get).toList()));
  }

  private SearchTask passages(String name, String code, LanguageTag tag, double floor) {
    List<String> lines = data.ntrex(code);
    List<Text> texts = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    for (List<Integer> document : lines.isEmpty() ? List.<List<Integer>>of() : documents()) {
      for (int at = 0; at + 1 < document.size(); at += PASSAGE) {
        List<Integer> passage = document.subList(at, Math.min(at + PASSAGE, document.size()));
        questions.add(new Question(lines.get(passage.getFirst()), texts.size()));
        texts.add(text(lines, passage.subList(1, passage.size())));
      }
    }
    return new SearchTask(name, tag, tag, texts, questions, floor);
  }

  private SearchTask parsiNlu(
      String name, UnaryOperator<String> typed, double floor, String... parts) {
    Map<String, Integer> passages = new LinkedHashMap<>();
    List<Question> questions = new ArrayList<>();
    for (String part : parts) {
      for (JsonNode node : data.jsonLines("parsinlu/" + part + ".jsonl")) {
        int right = passages.computeIfAbsent(text(node, "passage"), _ -> passages.size());
        questions.add(new Question(typed.apply(text(node, "question")), right));
      }
    }
    return task(name, PERSIAN, passages, questions, floor);
  }

  private SearchTask pquad() {
    Map<String, Integer> passages = new LinkedHashMap<>();
    List<Question> questions = new ArrayList<>();
    for (JsonNode article : data.json("pquad/Test.json").path("data")) {
      for (JsonNode paragraph : article.path("paragraphs")) {
        int right = passages.computeIfAbsent(text(paragraph, "context"), _ -> passages.size());
        for (JsonNode asked : paragraph.path("qas")) {
          if (!asked.path("answers").isEmpty()) {
            questions.add(new Question(text(asked, "question"), right));
          }
        }
      }
    }
    return task("Persian question to paragraph (PQuAD)", PERSIAN, passages, questions, 0);
  }

  private static SearchTask task(
      String name,
      LanguageTag tag,
      Map<String, Integer> passages,
      List<Question> questions,
      double floor) {
    List<Text> texts = passages.keySet().stream().map(Text::new).toList();
    return new SearchTask(name, tag, tag, texts, questions, floor);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  private SearchTask omos() {
    return new SearchTask(
        "newcomers' question to page (OMoS)",
        new LanguageTag("und"),
        new LanguageTag("und"),
        omosPages().keySet().stream().map(SearchTasks::titled).toList(),
        omosQuestions().stream().map(Asked::question).filter(q -> q.right() >= 0).toList(),
        0.65);
  }

  /** The pages by text, numbered. */
  private Map<String, Integer> omosPages() {
    Map<String, Integer> pages = new LinkedHashMap<>();
    data.jsonLines("omos/dataset.jsonl")
        .forEach(node -> pages.computeIfAbsent(text(node, "context"), _ -> pages.size()));
    return pages;
  }

  /**
   * A question about a page.
   *
   * @param question without a right text if the page does not answer it
   */
  record Asked(Question question, int page) {}

  /** All questions, answered or not. */
  List<Asked> omosQuestions() {
    Map<String, Integer> pages = omosPages();
    List<Asked> questions = new ArrayList<>();
    for (JsonNode node : data.jsonLines("omos/dataset.jsonl")) {
      int page = pages.getOrDefault(text(node, "context"), -1);
      int right = node.path("answers").isEmpty() ? -1 : page;
      questions.add(new Asked(new Question(text(node, "question"), right), page));
    }
    return questions;
  }

  /** Pages begin with their title. */
  private static Text titled(String page) {
    int end = page.indexOf('\n');
    return end < 0 ? new Text(page) : new Text(page.substring(0, end), page.substring(end + 1));
  }

  private static String arabicKeyboard(String text) {
    return text.replace('ی', 'ي').replace('ک', 'ك').replace("\u200C", "");
  }

  private static String urduKeyboard(String text) {
    return text.replace('ې', 'ی')
        .replace('ۍ', 'ی')
        .replace('ي', 'ی')
        .replace('ئ', 'ی')
        .replace('ګ', 'گ')
        .replace('ټ', 'ٹ')
        .replace('ډ', 'ڈ')
        .replace('ړ', 'ڑ')
        .replace('ڼ', 'ن')
        .replace('ښ', 'ش')
        .replace('ږ', 'ژ')
        .replace('ځ', 'ز')
        .replace('څ', 'س');
  }
}
