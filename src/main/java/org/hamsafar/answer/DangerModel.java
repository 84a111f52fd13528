package org.hamsafar.answer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hamsafar.knowledge.Danger;
import org.hamsafar.language.Folding;

/**
 * How likely a message means danger, and which, learned from example messages. It finds what no
 * phrase foresaw; the phrases of {@link CrisisDetector} stand beside it.
 */
public final class DangerModel {
  private static final List<Danger> DANGERS = List.of(Danger.values());
  private static final int NONE = DANGERS.size();
  private static final int KINDS = NONE + 1;
  private static final MessageFeatures.Grain GRAIN = new MessageFeatures.Grain(3, 5, 1 << 18);

  /** Enough to find the runs by. */
  private static final MessageModel.Course QUICK =
      new MessageModel.Course(GRAIN, 4, 2, 0.3f, 0.001, 1, true, 1);

  private static final MessageModel.Course COURSE =
      new MessageModel.Course(GRAIN, 8, 5, 0.3f, 0.001, 1, true, 1);

  /** Words of a run. Who tells of danger in passing takes a clause or two. */
  private static final List<Integer> RUNS = List.of(12, 20);

  /** A shorter message is judged as a whole. */
  private static final int LONG = 14;

  /** A sentence of fewer words is an exclamation as likely as a cry. */
  private static final int TELLING = 6;

  /** What a run of an example counts beside the whole. */
  private static final double WEIGHT_OF_RUN = 0.5;

  /** From this on what is harmless is taken for danger, though not yet believed. */
  private static final double MISTAKEN = 0.3;

  private final MessageModel messages;

  /**
   * A message to learn from.
   *
   * @param danger which danger it means; empty if none
   * @param weight how much it counts
   * @param always whether it is learned from in any case; else only if it would be taken for danger
   */
  public record Example(String message, Optional<Danger> danger, double weight, boolean always) {}

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

  /**
   * Learns, twice: what was learned from whole messages finds where in the long ones the danger is
   * told, and what else is taken for it; these runs of words are learned from, too. The same
   * examples give the same model.
   */
  public static DangerModel learn(List<Example> examples) {
    if (examples.stream().allMatch(e -> e.danger().isEmpty())) {
      return blind();
    }
    List<MessageModel.Example> messages =
        new ArrayList<>(examples.stream().filter(Example::always).map(DangerModel::whole).toList());
    DangerModel first = new DangerModel(MessageModel.learn(KINDS, messages, QUICK));
    messages.addAll(examples.parallelStream().flatMap(first::further).toList());
    return new DangerModel(MessageModel.learn(KINDS, messages, COURSE));
  }

  private static MessageModel.Example whole(Example e) {
    return new MessageModel.Example(e.message(), kind(e), e.weight());
  }

  private static int kind(Example e) {
    return e.danger().map(DANGERS::indexOf).orElse(NONE);
  }

  /** What else is learned from an example by who has learned from whole messages. */
  private Stream<MessageModel.Example> further(Example e) {
    Optional<MessageModel.Run> run =
        suspect(e.message(), 1).filter(r -> e.danger().isPresent() || r.share() <= 1 - MISTAKEN);
    boolean mistaken =
        !e.always() && (run.isPresent() || messages.judge(e.message())[NONE] <= 1 - MISTAKEN);
    double weight = e.always() ? WEIGHT_OF_RUN * e.weight() : e.weight();
    return Stream.concat(
        mistaken ? Stream.of(whole(e)) : Stream.empty(),
        run.stream().map(r -> new MessageModel.Example(r.words(), kind(e), weight)));
  }

  /** The words of a long message that are the likeliest to mean danger. */
  private Optional<MessageModel.Run> suspect(String message, int fewest) {
    return Folding.words(message).size() < LONG
        ? Optional.empty()
        : messages.leastOf(NONE, message, RUNS, fewest);
  }

  /** What {@code message} most likely means if it means danger; empty if nothing was learned. */
  public Optional<Verdict> judge(String message) {
    if (messages.isBlind()) {
      return Optional.empty();
    }
    double[] shares = messages.judge(message);
    Danger likeliest = DANGERS.get(MessageModel.likeliest(shares, kind -> kind != NONE));
    return Optional.of(new Verdict(likeliest, 1 - shares[NONE]));
  }

  /** What a long message most likely tells in passing; empty if it is short. */
  public Optional<Verdict> judgePassing(String message) {
    return suspect(message, TELLING)
        .map(run -> new Verdict(DANGERS.get(run.other()), 1 - run.share()));
  }

  public void write(DataOutput out) throws IOException {
    messages.write(out);
  }

  public static DangerModel read(DataInput in) throws IOException {
    return new DangerModel(MessageModel.read(in, KINDS, COURSE));
  }
}
