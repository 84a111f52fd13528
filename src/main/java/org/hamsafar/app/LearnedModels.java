package org.hamsafar.app;

import java.nio.file.Path;
import org.hamsafar.answer.DangerLesson;
import org.hamsafar.answer.DangerModel;
import org.hamsafar.answer.TopicModel;
import org.hamsafar.knowledge.Knowledge;

/** What is learned from the knowledge itself when it has changed. */
public record LearnedModels(DangerModel danger, TopicModel topics) {
  /** Learns. */
  static LearnedModels of(Knowledge knowledge) {
    return new LearnedModels(danger(knowledge), TopicModel.learn(knowledge));
  }

  /** Reads what was learned before, or learns and keeps it. */
  static LearnedModels kept(Path folder, Knowledge knowledge, String fingerprint) {
    return new LearnedModels(
        new ModelCache<>(
                folder.resolve("danger.bin"), fingerprint, DangerModel::read, DangerModel::write)
            .open(() -> danger(knowledge)),
        new ModelCache<>(
                folder.resolve("topics.bin"),
                fingerprint,
                in -> TopicModel.read(in, knowledge),
                TopicModel::write)
            .open(() -> TopicModel.learn(knowledge)));
  }

  static DangerModel danger(Knowledge knowledge) {
    return DangerModel.learn(DangerLesson.of(knowledge));
  }
}
