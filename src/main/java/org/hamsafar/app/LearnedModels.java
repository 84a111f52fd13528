package org.hamsafar.app;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.hamsafar.answer.DangerLesson;
import org.hamsafar.answer.DangerModel;
import org.hamsafar.answer.MatterModel;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.language.LanguageIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What is learned from the knowledge itself when it has changed. Each is read or learned when it is
 * first asked for, by whoever asks. Safe for use by many threads.
 */
public final class LearnedModels {
  private final Once<DangerModel> danger;
  private final Once<MatterModel> matters;
  private final Once<LanguageIdentifier> languages;

  private LearnedModels(
      Supplier<DangerModel> danger,
      Supplier<MatterModel> matters,
      Supplier<LanguageIdentifier> languages) {
    this.danger = new Once<>(danger);
    this.matters = new Once<>(matters);
    this.languages = new Once<>(languages);
  }

  /** Makes something when it is first asked for. */
  private static final class Once<T> {
    private final Supplier<T> make;
    private @Nullable T made;

    Once(Supplier<T> make) {
      this.make = make;
    }

    synchronized T get() {
      T known = made == null ? make.get() : made;
      made = known;
      return known;
    }
  }

  public DangerModel danger() {
    return danger.get();
  }

  public MatterModel matters() {
    return matters.get();
  }

  public LanguageIdentifier languages() {
    return languages.get();
  }

  /** Makes ready what nobody has asked for yet. */
  void makeReady() {
    danger();
    matters();
    languages();
  }

  /**
   * Learns.
   *
   * @param whole with all that can be learned from
   */
  static LearnedModels of(Supplier<Knowledge> whole) {
    return new LearnedModels(
        () -> DangerModel.learn(DangerLesson.of(whole.get())),
        () -> MatterModel.learn(MatterModel.lesson(whole.get())),
        () -> LanguageLesson.learn(whole.get()));
  }

  /**
   * Reads what was learned before, or learns and keeps it.
   *
   * @param whole with all that can be learned from, asked for only if it must be
   */
  static LearnedModels kept(Path folder, Supplier<Knowledge> whole, String fingerprint) {
    return new LearnedModels(
        () ->
            new KeptFile<>(
                    folder.resolve("danger.bin"),
                    fingerprint,
                    DangerModel::read,
                    DangerModel::write)
                .open(() -> DangerLesson.of(whole.get()), DangerModel::learn),
        () ->
            new KeptFile<>(
                    folder.resolve("matters.bin"),
                    fingerprint,
                    MatterModel::read,
                    MatterModel::write)
                .open(() -> MatterModel.lesson(whole.get()), MatterModel::learn),
        () ->
            new KeptFile<>(
                    folder.resolve("languages.bin"),
                    fingerprint,
                    LanguageIdentifier::read,
                    LanguageIdentifier::write)
                .open(() -> LanguageLesson.learn(whole.get())));
  }
}
