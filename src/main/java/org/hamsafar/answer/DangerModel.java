package org.hamsafar.answer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hamsafar.knowledge.Danger;

/**
 * How likely a message means danger, and which, learned from example messages. It finds what no
 * phrase foresaw; the phrases of {@link CrisisDetector} stand beside it.
 */
public final class DangerModel {
  private static final List<Danger> DANGERS = List.of(Danger.values());
  private static final int NONE = DANGERS.size();
  private static final int KINDS = NONE + 1;
  private static final MessageModel.Course COURSE =
      new MessageModel.Course(new MessageFeatures.Grain(3, 5, 1 << 18), 12, 8, 0.001, 1, false);

  private final MessageModel messages;

  /**
   * A message to learn from.
   *
   * @param danger which danger it means; empty if none
   * @param weight how much it counts
   */
  public record Example(String message, Optional<Danger> danger, double weight) {}

  /**
   * A kind of danger and how likely it is.
   *
   * @param probability of any danger at all, 0 to 1
   */
  public record Verdict(Danger danger, double probability) {}

  private DangerModel(MessageModel messages) {
    this.messages = messages;
  }

  /** A model that has learned nothing. */
  public static DangerModel blind() {
    return new DangerModel(MessageModel.blind(KINDS, COURSE));
  }

  /** Learns; the same examples give the same model. */
  public static DangerModel learn(List<Example> examples) {
    if (examples.stream().allMatch(e -> e.danger().isEmpty())) {
      return blind();
    }
    List<MessageModel.Example> messages =
        examples.stream()
            .map(e ->
                new MessageModel.Example(
                    e.message(), e.danger().map(DANGERS::indexOf).orElse(NONE), e.weight()))
            .toList();
    return new DangerModel(MessageModel.learn(KINDS, messages, COURSE));
  }

  /** What {@code message} most likely means if it means danger; empty if nothing was learned. */
  public Optional<Verdict> judge(String message) {
    if (messages.isBlind()) {
      return Optional.empty();
    }
    double[] shares = messages.judge(message);
    int likeliest = 0;
    for (int kind = 1; kind < NONE; kind++) {
      likeliest = shares[kind] > shares[likeliest] ? kind : likeliest;
    }
    return Optional.of(new Verdict(DANGERS.get(likeliest), 1 - shares[NONE]));
  }

  public void write(DataOutput out) throws IOException {
    messages.write(out);
  }

  public static DangerModel read(DataInput in) throws IOException {
    return new DangerModel(MessageModel.read(in, KINDS, COURSE));
  }
}
