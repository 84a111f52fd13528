package org.hamsafar.lab;

import java.util.List;
import org.hamsafar.language.LanguageTag;

/**
 * Questions that each have one right text.
 *
 * @param asked the language of the questions
 * @param written the language of the texts
 * @param floor the share of questions with the right text first that we mean to reach
 */
record SearchTask(
    String name,
    LanguageTag asked,
    LanguageTag written,
    List<Text> texts,
    List<Question> questions,
    double floor) {
  SearchTask {
    texts = List.copyOf(texts);
    questions = List.copyOf(questions);
  }

  /** Whether questions and texts are in several languages. */
  boolean isMixed() {
    return asked.value().equals("und");
  }

  boolean isAcross() {
    return !asked.language().equals(written.language());
  }

  /**
   * What can be found.
   *
   * @param title possibly empty
   */
  record Text(String title, String body) {
    Text(String body) {
      this("", body);
    }

    String whole() {
      return title.isEmpty() ? body : title + "\n" + body;
    }
  }

  /**
   * What is asked.
   *
   * @param right number of the right text; below 0 if there is none
   */
  record Question(String text, int right) {}
}
