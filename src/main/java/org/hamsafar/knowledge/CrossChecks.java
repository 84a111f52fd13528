package org.hamsafar.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamsafar.language.Folding;
import org.hamsafar.language.LanguageTag;

/** Checks between files: what one names must stand in another. */
final class CrossChecks {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)");

  private CrossChecks() {}

  static void check(Knowledge knowledge, Problems problems) {
    for (Entry entry : knowledge.entries().values()) {
      related(entry, knowledge, problems);
    }
    questions(knowledge, problems);
    readInDanger(knowledge, problems);
    plans(knowledge, problems);
    messages(knowledge, problems);
    told(knowledge, problems);
    tests(knowledge, problems);
  }

  private static void told(Knowledge knowledge, Problems problems) {
    Set<String> matters =
        knowledge.entries().values().stream().map(Entry::matter).collect(Collectors.toSet());
    for (ToldMatter told : knowledge.told()) {
      if (!matters.contains(told.matter())) {
        problems.add(Check.K046, told.file(), 0, "'%s'".formatted(told.matter()));
      }
    }
  }

  private static String file(Entry entry) {
    return "guidance/" + entry.id() + "/entry.yaml";
  }

  private static void related(Entry entry, Knowledge knowledge, Problems problems) {
    for (String id : entry.related()) {
      if (!knowledge.entries().containsKey(id)) {
        problems.add(Check.K030, file(entry), 0, "'%s'".formatted(id));
      }
    }
  }

  private static void questions(Knowledge knowledge, Problems problems) {
    Map<String, String> seen = new HashMap<>();
    for (Entry entry : knowledge.entries().values()) {
      for (Translation text : entry.texts().values()) {
        for (String question : text.questions()) {
          String key =
              entry.country() + text.language() + String.join(" ", Folding.words(question));
          String other = seen.putIfAbsent(key, entry.id());
          if (other != null && !other.equals(entry.id())) {
            problems.add(
                Check.K034,
                file(entry),
                0,
                "'%s' (%s) also asks for %s".formatted(question, text.language(), other));
          }
        }
      }
    }
  }

  private static void readInDanger(Knowledge knowledge, Problems problems) {
    for (Country country : knowledge.countries().values()) {
      country.readInDanger().values().stream()
          .flatMap(List::stream)
          .filter(id -> knowledge.entry(id).isEmpty())
          .forEach(id ->
              problems.add(
                  Check.K047, "countries/" + country.code() + ".yaml", 0, "'%s'".formatted(id)));
    }
  }

  private static void plans(Knowledge knowledge, Problems problems) {
    for (Plan plan : knowledge.plans().values()) {
      String file = "plans/" + plan.country() + ".yaml";
      if (!knowledge.countries().containsKey(plan.country())) {
        problems.add(Check.K010, file, 0, "'%s'".formatted(plan.country()));
      }
      for (Plan.Step step : plan.steps()) {
        if (step.entry().isPresent() && knowledge.entry(step.entry().get()).isEmpty()) {
          problems.add(Check.K037, file, 0, "step '%s': %s".formatted(step.id(), step.entry()));
        }
      }
    }
  }

  private static void messages(Knowledge knowledge, Problems problems) {
    Map<String, String> english = knowledge.messages().getOrDefault(LanguageTag.ENGLISH, Map.of());
    knowledge
        .messages()
        .forEach((tag, texts) -> {
          String file = "messages/" + tag + ".yaml";
          Set<String> missing = new TreeSet<>(english.keySet());
          missing.removeAll(texts.keySet());
          if (!missing.isEmpty()) {
            problems.add(Check.K041, file, 0, "missing: " + String.join(", ", missing));
          }
          texts.forEach((key, pattern) -> {
            String source = english.get(key);
            if (source == null) {
              problems.add(Check.K041, file, 0, "'%s' is not in en.yaml".formatted(key));
            } else if (!placeholders(source).equals(placeholders(pattern))) {
              problems.add(Check.K041, file, 0, "'%s': other {placeholders}".formatted(key));
            }
          });
        });
  }

  private static Set<String> placeholders(String pattern) {
    Set<String> names = new TreeSet<>();
    Matcher m = PLACEHOLDER.matcher(pattern);
    while (m.find()) {
      names.add(m.group(1));
    }
    return names;
  }

  private static void tests(Knowledge knowledge, Problems problems) {
    for (TestQuestion test : knowledge.tests()) {
      List<String> unknown =
          Stream.concat(test.entries().stream(), test.after().stream())
              .filter(id -> knowledge.entry(id).isEmpty())
              .toList();
      if (!unknown.isEmpty() || test.expected().isEmpty()) {
        problems.add(Check.K040, test.file(), test.line(), unknown.toString());
      }
    }
  }
}
