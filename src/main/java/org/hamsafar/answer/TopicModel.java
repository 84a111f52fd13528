package org.hamsafar.answer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.OffTopic;
import org.hamsafar.knowledge.Translation;

/**
 * Which subject of the menu a question is about, or none. Learned from the ways of asking of all
 * countries together: how people ask about disability in Germany tells how they ask in Australia.
 */
public final class TopicModel {
  /** What the bot does not speak of. */
  private static final String OFF = "";

  private static final MessageModel.Course COURSE =
      new MessageModel.Course(new MessageFeatures.Grain(1, 4, 1 << 17), 3, 2, 0.01);

  private static final double PLAIN = 0.8;

  /** Below this probability, as a natural logarithm, all subjects are equally unlikely. */
  private static final double LEAST = -8;

  private final List<String> topics;
  private final MessageModel messages;

  private TopicModel(List<String> topics, MessageModel messages) {
    this.topics = topics;
    this.messages = messages;
  }

  /** How likely a question is about each subject. */
  final class Judgement {
    private final double[] shares;

    private Judgement(double[] shares) {
      this.shares = shares;
    }

    /** From 0 to 1, how likely a question is about what {@code entry} is about. */
    double share(Entry entry) {
      int at = topics.indexOf(entry.subject());
      return at < 0 ? 0 : shares[at];
    }

    /** From 0 (out of the question) to 1 (certain), by the logarithm of the probability. */
    double of(Entry entry) {
      return likely(entry.subject());
    }

    /** The same for what the bot does not speak of. */
    double offTopic() {
      return likely(OFF);
    }

    /** Whether it is hardly about anything but one subject of ours. */
    boolean isPlain() {
      return IntStream.range(0, shares.length)
          .anyMatch(at -> shares[at] >= PLAIN && !topics.get(at).equals(OFF));
    }

    private double likely(String topic) {
      int at = topics.indexOf(topic);
      return at < 0 ? 0 : 1 - Math.max(LEAST, Math.log(shares[at])) / LEAST;
    }
  }

  /**
   * A question to learn from.
   *
   * @param subject that it is about; empty if the bot does not speak of it
   * @param question without the words that name countries
   */
  public record Example(String subject, String question) {}

  /** The ways of asking of all entries, and of what the bot does not speak of. */
  public static List<Example> lesson(Knowledge knowledge) {
    CountryFinder countries = new CountryFinder(knowledge.countries().values());
    List<Example> lesson = new ArrayList<>();
    for (Entry entry : knowledge.entries().values()) {
      asked(entry).forEach(q -> lesson.add(new Example(entry.subject(), countries.find(q).rest())));
    }
    for (OffTopic matter : knowledge.offTopic().values()) {
      for (Collection<String> asked : matter.asked().values()) {
        asked.forEach(q -> lesson.add(new Example(OFF, countries.find(q).rest())));
      }
    }
    return lesson;
  }

  /** Learns; the same lesson gives the same. */
  public static TopicModel learn(List<Example> lesson) {
    List<String> topics =
        Stream.concat(Stream.of(OFF), lesson.stream().map(Example::subject))
            .distinct()
            .sorted()
            .toList();
    List<MessageModel.Example> examples =
        lesson.stream()
            .map(e -> new MessageModel.Example(e.question(), topics.indexOf(e.subject()), 1))
            .toList();
    return new TopicModel(topics, MessageModel.learn(topics.size(), examples, COURSE));
  }

  private static List<String> asked(Entry entry) {
    List<String> asked = new ArrayList<>();
    for (Translation text : entry.texts().values()) {
      asked.add(text.title());
      asked.addAll(text.questions());
      asked.addAll(text.romanised());
    }
    entry.alsoAsked().values().forEach(asked::addAll);
    return asked;
  }

  /**
   * @param text of a question, without the words that name countries
   */
  Judgement judge(String text) {
    return new Judgement(messages.judge(text));
  }

  /** Writes what was learned, and the subjects. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(topics.size());
    for (String topic : topics) {
      out.writeUTF(topic);
    }
    messages.write(out);
  }

  /** Reads what {@link #write} has written. */
  public static TopicModel read(DataInput in) throws IOException {
    List<String> topics = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      topics.add(in.readUTF());
    }
    return new TopicModel(List.copyOf(topics), MessageModel.read(in, topics.size(), COURSE));
  }
}
