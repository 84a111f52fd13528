package org.hamsafar.app;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.hamsafar.answer.DangerLesson;
import org.hamsafar.answer.DangerModel;
import org.hamsafar.answer.TopicModel;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.language.LanguageIdentifier;

/** What is learned from the knowledge itself when it has changed. */
public record LearnedModels(DangerModel danger, TopicModel topics, LanguageIdentifier languages) {
  /** Learns. */
  static LearnedModels of(Knowledge whole) {
    return new LearnedModels(
        danger(whole), TopicModel.learn(TopicModel.lesson(whole)), LanguageLesson.learn(whole));
  }

  /**
   * Reads what was learned before, or learns and keeps it.
   *
   * @param whole with all that can be learned from, asked for only if it must be
   */
  static LearnedModels kept(Path folder, Supplier<Knowledge> whole, String fingerprint) {
    return new LearnedModels(
        new KeptFile<>(
                folder.resolve("danger.bin"), fingerprint, DangerModel::read, DangerModel::write)
            .open(() -> DangerLesson.of(whole.get()), DangerModel::learn),
        new KeptFile<>(
                folder.resolve("topics.bin"), fingerprint, TopicModel::read, TopicModel::write)
            .open(() -> TopicModel.lesson(whole.get()), TopicModel::learn),
        new KeptFile<>(
                folder.resolve("languages.bin"),
                fingerprint,
                LanguageIdentifier::read,
                LanguageIdentifier::write)
            .open(() -> LanguageLesson.learn(whole.get())));
  }

  static DangerModel danger(Knowledge whole) {
    return DangerModel.learn(DangerLesson.of(whole));
  }
}
