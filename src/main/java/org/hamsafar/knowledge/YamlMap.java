package org.hamsafar.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.hamsafar.language.LanguageTag;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML mapping that tells what is wrong with a value, and where, and returns a harmless one. */
final class YamlMap {
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> keyLines = new LinkedHashMap<>();
  private final String file;
  private final int firstLine;
  private final int line;
  private final Problems problems;

  private YamlMap(MappingNode node, String file, int firstLine, Problems problems) {
    this.file = file;
    this.firstLine = firstLine;
    this.problems = problems;
    this.line = lineOf(node);
    for (NodeTuple tuple : node.getValue()) {
      addKey(tuple);
    }
  }

  private void addKey(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      problems.add(Check.K005, file, lineOf(tuple.getKeyNode()), "a key must be a word");
      return;
    }
    if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
      problems.add(
          Check.K005, file, lineOf(key), "the key '%s' stands twice".formatted(key.getValue()));
    }
    keyLines.putIfAbsent(key.getValue(), lineOf(key));
  }

  /** Reads a mapping from text; empty after telling what is wrong. */
  static Optional<YamlMap> parse(String text, String file, int firstLine, Problems problems) {
    return Yaml.parse(text, file, firstLine, problems)
        .flatMap(node -> {
          if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(mapping, file, firstLine, problems));
          }
          problems.add(Check.K005, file, firstLine, "keys and values are expected");
          return Optional.empty();
        });
  }

  /** Reads a list of mappings from text. */
  static List<YamlMap> parseList(String text, String file, Problems problems) {
    Optional<Node> node = Yaml.parse(text, file, 1, problems);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.get() instanceof SequenceNode sequence)) {
      problems.add(Check.K005, file, 1, "a list (lines that begin with -) is expected");
      return List.of();
    }
    return mappings(sequence, file, 1, problems);
  }

  private static List<YamlMap> mappings(
      SequenceNode sequence, String file, int firstLine, Problems problems) {
    List<YamlMap> maps = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      if (item instanceof MappingNode mapping) {
        maps.add(new YamlMap(mapping, file, firstLine, problems));
      } else {
        problems.add(
            Check.K005,
            file,
            item.getStartMark().map(Mark::getLine).orElse(0) + firstLine,
            "keys and values are expected");
      }
    }
    return maps;
  }

  private int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + firstLine;
  }

  String file() {
    return file;
  }

  int line() {
    return line;
  }

  /** The line of a key, or of the mapping if the key is missing. */
  int line(String key) {
    return keyLines.getOrDefault(key, line);
  }

  Set<String> keys() {
    return values.keySet();
  }

  void problem(Check check, String key, String detail) {
    problems.add(check, file, line(key), detail);
  }

  /** Tells every key that is not one of {@code known}. */
  YamlMap only(String... known) {
    Set<String> allowed = new TreeSet<>(Arrays.asList(known));
    for (String key : values.keySet()) {
      if (!allowed.contains(key)) {
        problem(Check.K006, key, "'%s'; known are: %s".formatted(key, String.join(", ", allowed)));
      }
    }
    return this;
  }

  Optional<String> optional(String key) {
    @Nullable Node node = values.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar) {
      String text = scalar.getValue().strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
    problem(Check.K008, key, "'%s' must be one text".formatted(key));
    return Optional.empty();
  }

  String text(String key) {
    Optional<String> text = optional(key);
    if (text.isEmpty()) {
      problem(Check.K007, key, "'%s'".formatted(key));
    }
    return text.orElse("");
  }

  int number(String key, int low, int high) {
    String text = text(key);
    if (text.isEmpty()) {
      return low;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= low && number <= high) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number out of range.
    }
    problem(Check.K008, key, "'%s' must be a number from %d to %d".formatted(key, low, high));
    return low;
  }

  LocalDate date(String key) {
    String text = text(key);
    try {
      return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      problem(Check.K008, key, "'%s' must be a date such as 2026-06-01".formatted(key));
      return LocalDate.EPOCH;
    }
  }

  <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
    Optional<String> text = optional(key);
    if (text.isEmpty()) {
      return fallback;
    }
    for (E value : type.getEnumConstants()) {
      if (value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text.get())) {
        return value;
      }
    }
    String allowed =
        String.join(
            ", ",
            Arrays.stream(type.getEnumConstants())
                .map(v -> v.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList());
    problem(Check.K008, key, "'%s' must be one of: %s".formatted(key, allowed));
    return fallback;
  }

  /** A list of texts; a single text counts as a list of one. Missing: empty. */
  List<String> texts(String key) {
    @Nullable Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
          texts.add(scalar.getValue().strip());
        } else {
          problems.add(
              Check.K008, file, lineOf(item), "an item of '%s' must be a text".formatted(key));
        }
      }
    } else if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      texts.add(scalar.getValue().strip());
    } else if (node instanceof MappingNode) {
      problem(Check.K008, key, "'%s' must be a list".formatted(key));
    }
    return texts;
  }

  Optional<YamlMap> map(String key) {
    @Nullable Node node = values.get(key);
    if (node instanceof MappingNode mapping) {
      return Optional.of(new YamlMap(mapping, file, firstLine, problems));
    }
    if (node != null) {
      problem(Check.K008, key, "'%s' must have keys and values".formatted(key));
    }
    return Optional.empty();
  }

  List<YamlMap> maps(String key) {
    @Nullable Node node = values.get(key);
    if (node instanceof SequenceNode sequence) {
      return mappings(sequence, file, firstLine, problems);
    }
    if (node != null) {
      problem(Check.K008, key, "'%s' must be a list".formatted(key));
    }
    return List.of();
  }

  /** Values by language; at least English must be there if {@code required}. */
  Map<LanguageTag, String> localized(String key, boolean required) {
    Map<LanguageTag, String> texts = byLanguage(key, YamlMap::text);
    if (required && !texts.containsKey(LanguageTag.ENGLISH)) {
      problem(Check.K007, key, "'%s' needs at least en".formatted(key));
    }
    return texts;
  }

  /** Lists of texts by language. */
  Map<LanguageTag, List<String>> localizedLists(String key) {
    return byLanguage(key, YamlMap::texts);
  }

  private <T> Map<LanguageTag, T> byLanguage(String key, Reader<T> reader) {
    Map<LanguageTag, T> result = new LinkedHashMap<>();
    map(key)
        .ifPresent(map -> {
          for (String tag : map.keys()) {
            if (LanguageTag.isTag(tag)) {
              result.put(new LanguageTag(tag), reader.read(map, tag));
            } else {
              map.problem(Check.K008, tag, "'%s' is no language tag".formatted(tag));
            }
          }
        });
    return result;
  }

  private interface Reader<T> {
    T read(YamlMap map, String key);
  }

  <T> List<T> each(String key, Function<YamlMap, T> reader) {
    return maps(key).stream().map(reader).toList();
  }
}
