package org.hamsafar.answer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.OffTopic;
import org.hamsafar.knowledge.ToldMatter;
import org.hamsafar.knowledge.Translation;

/**
 * Which matter a question is about, or none. Learned from the ways of asking of all countries
 * together: how people ask about divorce in Germany tells how they ask in Australia. What is known
 * of matters is known of the subjects of the menu that they belong to.
 */
public final class MatterModel {
  /** What the bot does not speak of. */
  private static final String OFF = "";

  private static final MessageModel.Course COURSE =
      new MessageModel.Course(
          new MessageFeatures.Grain(0, 4, 1 << 16), 3, 1, 0.15f, 0.007, 64, true, 1.7f);

  /**
   * What all questions of a matter count together at most: none is likelier for being long known.
   */
  private static final double MOST = 400;

  /** The same for what the bot does not speak of, which is many matters. */
  private static final double MOST_OFF = 2000;

  /** What is told at length is written to tell matters apart. */
  private static final double TOLD = 4;

  private static final double PLAIN = 0.4;

  /** Below this probability, as a natural logarithm, all are equally unlikely. */
  private static final double LEAST = -8;

  private final List<Kind> kinds;
  private final Map<String, Integer> matters = new HashMap<>();
  private final List<String> subjects;
  private final MessageModel messages;

  /**
   * What is told apart.
   *
   * @param matter empty for what the bot does not speak of
   * @param subjects how often a question about it is about each
   */
  private record Kind(String matter, Map<String, Float> subjects) {}

  private MatterModel(List<Kind> kinds, MessageModel messages) {
    this.kinds = kinds;
    this.messages = messages;
    for (Kind kind : kinds) {
      matters.put(kind.matter(), matters.size());
    }
    this.subjects = kinds.stream().flatMap(k -> k.subjects().keySet().stream()).distinct().toList();
  }

  /** How likely a question is about each matter. */
  public final class Judgement {
    private final double[] shares;
    private final Map<String, Double> ofSubjects = new HashMap<>();

    private Judgement(double[] shares) {
      this.shares = shares;
      for (Kind kind : kinds) {
        double share = shares[matters.getOrDefault(kind.matter(), 0)];
        kind.subjects().forEach((s, of) -> ofSubjects.merge(s, share * of, Double::sum));
      }
    }

    /** From 0 to 1, how likely a question is about the subject of {@code entry}. */
    double share(Entry entry) {
      return ofSubjects.getOrDefault(entry.subject(), 0.0);
    }

    /** From 0 (out of the question) to 1 (certain), by the logarithm of the probability. */
    double subject(Entry entry) {
      return likely(share(entry));
    }

    /** The same for the entry's matter. */
    double matter(Entry entry) {
      return likely(shareOf(entry.matter()));
    }

    /** The same for what the bot does not speak of. */
    double offTopic() {
      return likely(shareOf(OFF));
    }

    /** Whether it is hardly about anything but one subject of ours. */
    boolean isPlain() {
      return subjects.stream()
          .anyMatch(s -> !s.equals(OFF) && ofSubjects.getOrDefault(s, 0.0) >= PLAIN);
    }

    private double shareOf(String matter) {
      return matters.containsKey(matter) ? shares[matters.get(matter)] : 0;
    }

    private double likely(double share) {
      return 1 - Math.max(LEAST, Math.log(share)) / LEAST;
    }
  }

  /**
   * A text to learn from.
   *
   * @param matter that it is about; empty if the bot does not speak of it
   * @param subject likewise
   * @param text without the words that name countries
   * @param weight how much it counts
   */
  public record Example(String matter, String subject, String text, double weight) {}

  /**
   * The ways of asking of all entries, what is told of matters, and what the bot does not speak of.
   */
  public static List<Example> lesson(Knowledge knowledge) {
    CountryFinder countries = new CountryFinder(knowledge.countries().values());
    Set<Example> lesson = new LinkedHashSet<>();
    for (Entry entry : knowledge.entries().values()) {
      String matter = entry.matter();
      for (String asked : asked(entry)) {
        lesson.add(new Example(matter, entry.subject(), countries.find(asked).rest(), 1));
      }
    }
    for (ToldMatter told : knowledge.told()) {
      String subject = subject(knowledge, told.matter());
      for (Collection<String> texts : told.told().values()) {
        texts.forEach(
            t -> lesson.add(new Example(told.matter(), subject, countries.find(t).rest(), TOLD)));
      }
    }
    for (OffTopic matter : knowledge.offTopic().values()) {
      for (Collection<String> asked : matter.asked().values()) {
        asked.forEach(q -> lesson.add(new Example(OFF, OFF, countries.find(q).rest(), 1)));
      }
    }
    return List.copyOf(lesson);
  }

  private static String subject(Knowledge knowledge, String matter) {
    return knowledge.entries().values().stream()
        .filter(entry -> entry.matter().equals(matter))
        .findFirst()
        .map(Entry::subject)
        .orElse(OFF);
  }

  /** Learns; the same lesson gives the same. */
  public static MatterModel learn(List<Example> lesson) {
    Map<String, Map<String, Double>> counts = new HashMap<>();
    for (Example e : lesson) {
      counts
          .computeIfAbsent(e.matter(), _ -> new HashMap<>())
          .merge(e.subject(), e.weight(), Double::sum);
    }
    List<String> names = counts.keySet().stream().sorted().toList();
    List<Kind> kinds = names.stream().map(m -> kind(m, counts.getOrDefault(m, Map.of()))).toList();
    Map<String, Integer> places = new HashMap<>();
    names.forEach(name -> places.put(name, places.size()));
    List<MessageModel.Example> examples = new ArrayList<>(lesson.size());
    for (Example e : lesson) {
      double all = sum(counts.getOrDefault(e.matter(), Map.of()));
      double most = e.matter().equals(OFF) ? MOST_OFF : MOST;
      double weight = e.weight() * Math.min(1, most / all);
      examples.add(new MessageModel.Example(e.text(), places.getOrDefault(e.matter(), 0), weight));
    }
    return new MatterModel(kinds, MessageModel.learn(kinds.size(), examples, COURSE));
  }

  private static Kind kind(String matter, Map<String, Double> counts) {
    double all = sum(counts);
    Map<String, Float> shares = new HashMap<>();
    counts.forEach((subject, count) -> shares.put(subject, (float) (count / all)));
    return new Kind(matter, Map.copyOf(shares));
  }

  private static double sum(Map<String, Double> counts) {
    return counts.values().stream().mapToDouble(Double::doubleValue).sum();
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

  /**
   * A part of a message that is likely about one matter.
   *
   * @param likely from 0 to 1
   */
  record Part(String matter, double likely) {}

  /**
   * What the parts of a message are each about, in their order.
   *
   * @param text without the words that name countries
   * @param possible the matters that it may be about
   */
  List<Part> parts(String text, Set<String> possible) {
    boolean[] wanted = new boolean[kinds.size()];
    for (int i = 0; i < wanted.length; i++) {
      String matter = kinds.get(i).matter();
      wanted[i] = matter.equals(OFF) || possible.contains(matter);
    }
    return messages.parts(text, wanted).stream()
        .map(part -> new Part(kinds.get(part.kind()).matter(), part.share()))
        .filter(part -> !part.matter().equals(OFF))
        .toList();
  }

  /** Writes what was learned, and the matters. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(kinds.size());
    for (Kind kind : kinds) {
      out.writeUTF(kind.matter());
      out.writeInt(kind.subjects().size());
      for (Map.Entry<String, Float> part : new TreeMap<>(kind.subjects()).entrySet()) {
        out.writeUTF(part.getKey());
        out.writeFloat(part.getValue());
      }
    }
    messages.write(out);
  }

  /** Reads what {@link #write} has written. */
  public static MatterModel read(DataInput in) throws IOException {
    List<Kind> kinds = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String matter = in.readUTF();
      Map<String, Float> subjects = new HashMap<>();
      for (int parts = in.readInt(); parts > 0; parts--) {
        subjects.put(in.readUTF(), in.readFloat());
      }
      kinds.add(new Kind(matter, Map.copyOf(subjects)));
    }
    return new MatterModel(List.copyOf(kinds), MessageModel.read(in, kinds.size(), COURSE));
  }
}
